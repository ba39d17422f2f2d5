"""Rules and catalogue joined: which real unit takes a case, how it is reached now, and why; rules in words."""

from directory.routing.advise import Advice, Place, advise, how_here
from directory.routing.answer import as_json
from directory.routing.coverage_page import TEMPLATES, coverage_page
from directory.routing.conditions import ages_of, conditions, levels_of
from directory.routing.found import LONGEST_KEPT, MOST_KEPT, search
from directory.routing.heat_map import HeatMap, heat_map, ordinary_table
from directory.routing.journey import (
    Answers, Step, answers_for_need, area_with_rules, case_of, next_step, opening_questions)
from directory.routing.named import closed_but_bound, named_by
from directory.routing.receives import Received, kinds_bound, kinds_of, received_by, receivers_of
from directory.routing.said import Said, said, text_of
from directory.routing.same_desk import same_desk
from directory.routing.words import Words

__all__ = [
    "Advice", "Answers", "HeatMap", "LONGEST_KEPT", "MOST_KEPT", "Place", "Received", "Said", "Step", "TEMPLATES",
    "Words", "advise", "ages_of", "answers_for_need", "area_with_rules", "as_json", "case_of", "closed_but_bound",
    "conditions", "coverage_page", "heat_map", "how_here", "kinds_bound", "kinds_of", "levels_of", "named_by",
    "next_step", "opening_questions", "ordinary_table", "received_by", "receivers_of", "said", "same_desk", "search",
    "text_of",
]
