"""Rules and catalogue joined: which real unit takes a case, how it is reached now, and why; rules in words."""

from directory.routing.acting import acts_as, acts_for, reports_in
from directory.routing.advise import Advice, Place, advise, for_ages, how_here, place_of
from directory.routing.answer import as_json
from directory.routing.bounce_of import (
    BounceFault, BounceRefused, allowed_in, borders_of, bounce_of)
from directory.routing.check import Checked, Needed, check, known_items
from directory.routing.check_texts import copy_texts
from directory.routing.check_words import consent_of, verdict_line
from directory.routing.coverage_page import TEMPLATES, coverage_page
from directory.routing.conditions import ages_of, conditions, levels_of
from directory.routing.elsewhere import speaks_of_elsewhere, told_apart
from directory.routing.found import LONGEST_KEPT, MOST_KEPT, search
from directory.routing.from_18 import GROWN
from directory.routing.grown import takes_over_at_18
from directory.routing.heat_map import HeatMap, heat_map, ordinary_table
from directory.routing.item_lines import item_line
from directory.routing.journey import (
    Answers, Step, answers_for_need, area_with_rules, case_of, leads_to_needs, nearest_ruled, next_step,
    not_knowing, opening_questions, ruled_area)
from directory.routing.holds import MANAGERS, acting_kinds, holding_kinds, kinds_to_ask, led_to
from directory.routing.may_ask_for import may_ask_for
from directory.routing.named import closed_but_bound, named_by
from directory.routing.needs_of import needs_of
from directory.routing.office_hours import by_the_clock, clock_inputs, office_hours
from directory.routing.receipt_faults import ReceiptFault, receipt_faults
from directory.routing.receipt_of import draft_of, kept_draft, may_be_kept, still_says
from directory.routing.receives import Received, kinds_bound, kinds_of, received_by, receivers_of
from directory.routing.referral import Referral, inputs_said
from directory.routing.said import Said, kind_name, said, text_of
from directory.routing.same_desk import same_desk
from directory.routing.senders import held_before, kinds_of_asker, possible_senders
from directory.routing.shown_by_items import shown_by
from directory.routing.words import Words

__all__ = [
    "Advice", "Answers", "BounceFault", "BounceRefused", "Checked", "GROWN", "HeatMap", "LONGEST_KEPT", "MANAGERS",
    "MOST_KEPT", "Needed", "Place", "ReceiptFault", "Received", "Referral", "Said", "Step", "TEMPLATES", "Words",
    "acting_kinds", "acts_as", "acts_for", "advise", "ages_of", "allowed_in", "answers_for_need",
    "area_with_rules", "as_json", "borders_of", "bounce_of", "by_the_clock", "case_of", "check", "clock_inputs",
    "closed_but_bound", "conditions", "consent_of", "copy_texts", "coverage_page", "draft_of", "for_ages",
    "heat_map", "held_before", "holding_kinds", "how_here", "inputs_said", "item_line", "kept_draft", "kind_name",
    "kinds_bound", "kinds_of", "kinds_of_asker", "kinds_to_ask", "known_items", "leads_to_needs", "led_to",
    "levels_of", "may_ask_for", "may_be_kept", "named_by", "nearest_ruled", "needs_of", "next_step", "not_knowing",
    "office_hours", "opening_questions", "ordinary_table", "place_of", "possible_senders", "receipt_faults",
    "received_by",
    "receivers_of", "reports_in", "ruled_area", "said", "same_desk", "search", "shown_by", "speaks_of_elsewhere",
    "still_says", "takes_over_at_18", "text_of", "told_apart", "verdict_line",
]
