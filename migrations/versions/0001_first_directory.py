"""The first directory: structures, places, services, hours, contacts, link values, communes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("intercommunalite",
        sa.Column("siren", sa.String(length=9), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("siren", name=op.f("pk_intercommunalite"))
    )
    op.create_table("load",
        sa.Column("territory", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("services", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("territory", name=op.f("pk_load"))
    )
    op.create_table("source",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source"))
    )
    op.create_table("commune",
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("departement", sa.String(length=3), nullable=False),
        sa.Column("postal_codes", sa.Text(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("siren", sa.String(length=9), nullable=True),
        sa.ForeignKeyConstraint(["siren"], ["intercommunalite.siren"], name=op.f("fk_commune_siren")),
        sa.PrimaryKeyConstraint("insee", name=op.f("pk_commune"))
    )
    op.create_index(op.f("ix_commune_departement"), "commune", ["departement"], unique=False)
    op.create_index(op.f("ix_commune_siren"), "commune", ["siren"], unique=False)
    op.create_table("structure",
        sa.Column("id", sa.String(length=128), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("source_date", sa.Text(), nullable=False),
        sa.Column("named_only", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_structure_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structure"))
    )
    op.create_index(op.f("ix_structure_kind"), "structure", ["kind"], unique=False)
    op.create_table("place",
        sa.Column("id", sa.String(length=128), nullable=False),
        sa.Column("structure", sa.String(length=128), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("complement", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.String(length=5), nullable=False),
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["insee"], ["commune.insee"], name=op.f("fk_place_insee")),
        sa.ForeignKeyConstraint(["structure"], ["structure.id"], name=op.f("fk_place_structure"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place"))
    )
    op.create_index(op.f("ix_place_insee"), "place", ["insee"], unique=False)
    op.create_index(op.f("ix_place_structure"), "place", ["structure"], unique=False)
    op.create_table("service",
        sa.Column("id", sa.String(length=128), nullable=False),
        sa.Column("structure", sa.String(length=128), nullable=False),
        sa.Column("place", sa.String(length=128), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("benefits", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name=op.f("fk_service_place"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["structure"], ["structure.id"], name=op.f("fk_service_structure"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service"))
    )
    op.create_index(op.f("ix_service_place"), "service", ["place"], unique=False)
    op.create_index(op.f("ix_service_structure"), "service", ["structure"], unique=False)
    op.create_table("check_reason",
        sa.Column("service", sa.String(length=128), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_check_reason_service"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("service", "position", name=op.f("pk_check_reason"))
    )
    op.create_table("contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_contact_service"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact"))
    )
    op.create_index(op.f("ix_contact_service"), "contact", ["service"], unique=False)
    op.create_table("hours",
        sa.Column("service", sa.String(length=128), nullable=False),
        sa.Column("osm", sa.Text(), nullable=False),
        sa.Column("by_appointment", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("source_date", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_hours_service"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_hours_source")),
        sa.PrimaryKeyConstraint("service", name=op.f("pk_hours"))
    )
    op.create_table("link_value",
        sa.Column("service", sa.String(length=128), nullable=False),
        sa.Column("link", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("strength", sa.Float(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_date", sa.Text(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("verified_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_link_value_service"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("service", "link", name=op.f("pk_link_value"))
    )
    op.create_table("service_bouquet",
        sa.Column("service", sa.String(length=128), nullable=False),
        sa.Column("bouquet", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], name=op.f("fk_service_bouquet_service"),
                                ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("service", "bouquet", name=op.f("pk_service_bouquet"))
    )
    op.create_index("ix_service_bouquet_bouquet", "service_bouquet", ["bouquet"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_service_bouquet_bouquet", table_name="service_bouquet")
    op.drop_table("service_bouquet")
    op.drop_table("link_value")
    op.drop_table("hours")
    op.drop_index(op.f("ix_contact_service"), table_name="contact")
    op.drop_table("contact")
    op.drop_table("check_reason")
    op.drop_index(op.f("ix_service_structure"), table_name="service")
    op.drop_index(op.f("ix_service_place"), table_name="service")
    op.drop_table("service")
    op.drop_index(op.f("ix_place_structure"), table_name="place")
    op.drop_index(op.f("ix_place_insee"), table_name="place")
    op.drop_table("place")
    op.drop_index(op.f("ix_structure_kind"), table_name="structure")
    op.drop_table("structure")
    op.drop_index(op.f("ix_commune_siren"), table_name="commune")
    op.drop_index(op.f("ix_commune_departement"), table_name="commune")
    op.drop_table("commune")
    op.drop_table("source")
    op.drop_table("load")
    op.drop_table("intercommunalite")
