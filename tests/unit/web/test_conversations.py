"""Ids that cannot be forged, buttons that cannot be invented, bounds on how much one may ask."""

from bot.orientation.case import Choice, ChoiceKind
from bot.web.conversations import BUTTONS_SECONDS, Buttons, Conversations, Offer
from bot.web.limits import Bucket


def test_an_id_of_ours_is_recognised() -> None:
    ours = Conversations("secret")
    first = ours.resume(None)
    again = ours.resume(first.id)
    assert again.key == first.key and not again.renewed


def test_two_conversations_never_share_a_key() -> None:
    ours = Conversations("secret")
    assert len({ours.resume(None).key for _ in range(100)}) == 100


def test_forged_unknown_or_absurd_ids_begin_a_new_conversation() -> None:
    ours, theirs = Conversations("secret"), Conversations("autre")
    for given in (theirs.resume(None).id, "abc", "x" * 10_000, "é", ours.resume(None).id[:-2]):
        fresh = ours.resume(given)
        assert fresh.renewed and fresh.id != given


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_button_is_known_by_its_conversation_for_half_an_hour() -> None:
    clock = Clock()
    buttons = Buttons(clock)
    offer = Offer(Choice(ChoiceKind.PLACE, "05061"), "Gap")
    named = buttons.offer("a", [offer])[0]
    assert set(named) == {"id", "label"} and "05061" not in str(named)
    assert buttons.take("a", named["id"]) == offer
    assert buttons.take("b", named["id"]) is None and buttons.take("a", "place:05061") is None
    clock.now = BUTTONS_SECONDS + 1
    assert buttons.take("a", named["id"]) is None


def test_a_forgotten_conversation_has_no_buttons() -> None:
    buttons = Buttons()
    named = buttons.offer("a", [Offer(Choice(ChoiceKind.HUMAN), "Quelqu'un")])[0]
    buttons.forget("a")
    assert buttons.take("a", named["id"]) is None


def test_one_address_is_slowed_down_and_the_others_are_not() -> None:
    clock = Clock()
    bucket = Bucket(clock, burst=2, per_second=1)
    assert [bucket.allows("a") for _ in range(3)] == [True, True, False]
    assert bucket.allows("b")
    clock.now = 1.0
    assert bucket.allows("a")
