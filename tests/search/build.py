"""A small catalogue in Swedish that the tests of the search are asked of."""

from directory.search import ALL, SearchQuery, find, index_of
from tests.records import make_agency, make_area, make_catalogue, make_need, make_process, make_role, make_unit

TOWN = {"kind": "municipality", "within": "norr"}
AREAS = [make_area(), make_area("norr", kind="region", within="land", name={"sv": "Region Norr"}),
         make_area("almby", **TOWN, name={"sv": "Almby kommun", "en": "Almby municipality"}),
         make_area("vara", **TOWN, name={"sv": "Vara kommun"})]
NEEDS = [make_need("sleep", name={"sv": "Svårt att sova"}, synonyms=("sover inte", "sömnproblem")),
         make_need("worry", name={"sv": "Orolig"}, synonyms=("ångest", "rädd för allt"), english=("anxiety",))]
AGENCIES = [
    make_agency("bup", name={"sv": "Barn- och ungdomspsykiatri (BUP)", "en": "Child psychiatry"}, short={"sv": "BUP"},
                receives=frozenset({"worry"}), levels=frozenset({"specialist"}), synonyms=("barnpsyk",)),
    make_agency("clinic", name={"sv": "Vårdcentral"}, receives=frozenset({"sleep", "worry"}),
                description={"sv": "Vaccinerar mot mässling."}),
    make_agency("um", name={"sv": "Ungdomsmottagning"}, receives=frozenset(), organization=("kommun",))]
ROLES = [make_role("nurse", name={"sv": "Skolsköterska", "en": "School nurse"}, synonyms=("skolsyster",)),
         make_role("counsellor", name={"sv": "Skolkurator"}, receives=frozenset(), works_at=("um",))]
PROCESSES = [make_process("sip", name={"sv": "Samordnad individuell plan (SIP)"})]
UNITS = [make_unit("almby-bup", agency="bup", area="norr", name={"sv": "Tallgläntans mottagning"}),
         make_unit("almby-clinic", area="almby", name={"sv": "Almby vårdcentral"})]


def make_search(*, techniques=ALL, **kinds):
    """The index of the small catalogue; a kind that is named has those records and no other."""
    records = {"areas": AREAS, "needs": NEEDS, "agencies": AGENCIES, "roles": ROLES, "processes": PROCESSES,
               "units": UNITS, **kinds}
    return index_of(make_catalogue(**records), techniques=techniques)


INDEX = make_search()


def ask(words="", *, index=INDEX, day=None, lead=None, **filters):
    """What some words find."""
    return find(index, SearchQuery(words, **filters), day=day, lead=lead)


def ids(words="", **more):
    """The ids of what some words find, in order."""
    return [hit.id for hit in ask(words, **more).hits]


def first(words, **more):
    """The id of the best answer, or None."""
    return next(iter(ids(words, **more)), None)
