"""What a message does in the conversation. A need wins over politeness: « bonjour, je dors dehors » is a need."""

from __future__ import annotations

from dataclasses import replace

from bot.nlu.draft import Draft
from bot.orientation.taxonomy import Act, Urgency

NEED_SURE = 0.5
ACT_SURE = 0.6


def judge_act(draft: Draft) -> Draft:
    """The draft with its act. What presses is always a need; so is a message whose bouquet is sure, unless
    it follows up on the case in hand. Starting again erases, so it must be sure."""
    scores = {act: float(score) for act, score in zip(Act, draft.scored["act"].scores)}
    if scores[Act.RESTART] < ACT_SURE:
        scores.pop(Act.RESTART)
    act = max(scores, key=lambda a: (scores[a], -list(Act).index(a)))
    score = scores[act]
    if draft.urgency is not Urgency.NONE or not draft.text or _is_need(draft, act, score):
        act = Act.NEED if draft.text else Act.OFF_TOPIC
    return replace(draft, act=act, act_score=round(score, 4))


def _is_need(draft: Draft, act: Act, score: float) -> bool:
    top = max(draft.bouquet_scores, default=0.0)
    if act is Act.NEED:
        return True
    return top >= NEED_SURE and score < ACT_SURE and act is not Act.FOLLOW_UP
