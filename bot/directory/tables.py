"""The tables of the directory. The model of `bot.orientation` knows nothing of them.

A structure offers services, in places; a service has hours, contacts, bouquets and up to 11 link values.
Every published value has its source and date; `verified_on` and `verified_by` are apart from both.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
})

intercommunalite = Table(
    "intercommunalite", metadata,
    Column("siren", String(9), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(8), nullable=False),
)

commune = Table(
    "commune", metadata,
    Column("insee", String(5), primary_key=True),
    Column("name", Text, nullable=False),
    Column("departement", String(3), nullable=False, index=True),
    Column("postal_codes", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("population", Integer, nullable=False),
    Column("siren", ForeignKey("intercommunalite.siren"), index=True),
)

source = Table(
    "source", metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("link", Text, nullable=False),
)

structure = Table(
    "structure", metadata,
    Column("id", String(128), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(64), nullable=False, index=True),
    Column("source", ForeignKey("source.id"), nullable=False),
    Column("source_date", Text, nullable=False),
    Column("named_only", Boolean, nullable=False),
)

place = Table(
    "place", metadata,
    Column("id", String(128), primary_key=True),
    Column("structure", ForeignKey("structure.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("complement", Text, nullable=False),
    Column("postal_code", String(5), nullable=False),
    Column("insee", ForeignKey("commune.insee"), nullable=False, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("approximate", Boolean, nullable=False),
)

service = Table(
    "service", metadata,
    Column("id", String(128), primary_key=True),
    Column("structure", ForeignKey("structure.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", ForeignKey("place.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("benefits", Text, nullable=False),
)

service_bouquet = Table(
    "service_bouquet", metadata,
    Column("service", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("bouquet", String(32), primary_key=True),
    Index("ix_service_bouquet_bouquet", "bouquet"),
)

contact = Table(
    "contact", metadata,
    Column("id", Integer, primary_key=True),
    Column("service", ForeignKey("service.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("value", Text, nullable=False),
)

hours = Table(
    "hours", metadata,
    Column("service", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("osm", Text, nullable=False),
    Column("by_appointment", Boolean, nullable=False),
    Column("source", ForeignKey("source.id"), nullable=False),
    Column("source_date", Text, nullable=False),
)

link_value = Table(
    "link_value", metadata,
    Column("service", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("link", String(32), primary_key=True),
    Column("value", Text, nullable=False),
    Column("strength", Float),
    Column("source", Text, nullable=False),
    Column("source_date", Text, nullable=False),
    Column("verified_on", Date),
    Column("verified_by", Text),
)

check = Table(
    "check_reason", metadata,
    Column("service", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
)

load = Table(
    "load", metadata,
    Column("territory", Text, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("services", Integer, nullable=False),
    Column("loaded_at", DateTime, nullable=False),
)
