"""Every fault of every seed file is found at once, with its file, its line and what would mend it."""

from datetime import date

import pytest

from directory.catalogue import load_seed
from directory.catalogue.faults import host_of, is_fiction
from tests.records import make_schedule

GOOD = {
    "needs.yaml": """
groups:
- {id: mind, name: {sv: Mår dåligt}, hint: {sv: Ledsen}}
needs:
- {id: worry, name: {sv: Oro}, group: mind}
""",
    "agencies.yaml": """
agencies:
- id: clinic
  name: {sv: Mottagning}
  organization: region
  levels: [bas]
  ages: 0-17
  description: {sv: Hjälper.}
  receives: [worry]
  access: [self]
  sources: [LAW]
  secrecy: care
  confused_with: [{id: clinic, difference: {sv: Ingen.}}]
""",
    "areas.yaml": """
areas:
- {id: land, name: {sv: Landet}, kind: nation}
""",
    "paths.yaml": """
secrecies:
- {id: care, name: {sv: Vård}, description: {sv: Tyst.}, sources: [LAW]}
parties:
- {id: town, name: {sv: Kommun}}
- {id: office, name: {sv: Kontor}}
contact_paths:
- {id: path, from: town, to: office, areas: [land], way: {sv: Skriv.}, state: working, sources: [LAW]}
""",
    "numbers.yaml": """
phones:
- {id: line, number: "1177", name: {sv: Linjen}, agency: clinic, confidence: H, read_on: "2026", source: [LAW]}
""",
    "units.yaml": """
units:
- id: north
  agency: clinic
  area: land
  name: {sv: Norra mottagningen}
  phones:
  - {number: 0980-319201}
  email: norra@region.example
  url: https://region.example/norra
  sources: [LAW]
""",
}


def seed_in(folder, **instead):
    """A small seed; some text of a file, named without .yaml, in the place of another."""
    for name, text in GOOD.items():
        for old, new in instead.get(name.removesuffix(".yaml"), {}).items():
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(f"format: one-way-in-seed/1{text}", encoding="utf-8")
    return folder


def faults_of(folder):
    catalogue, faults = load_seed(folder)
    assert (catalogue is None) == bool(faults)
    return faults


def the_fault(folder):
    one, = faults_of(folder)
    return one


def test_a_seed_without_faults_is_a_catalogue(tmp_path):
    catalogue, faults = load_seed(seed_in(tmp_path))

    assert faults == []
    assert catalogue.units["north"].agency == "clinic"
    assert catalogue.needs["worry"].group == "mind"


@pytest.mark.parametrize("read_on", ["2026", "2026-11", "2026-11-21"])
def test_a_national_number_keeps_when_it_was_read_as_exactly_as_that_is_known_and_where(tmp_path, read_on):
    catalogue, _ = load_seed(seed_in(tmp_path, numbers={'"2026"': f'"{read_on}"'}))

    line = catalogue.national["clinic"]
    assert (line.read_on, line.sources, line.phones[0].confirmed) == (read_on, ("LAW",), True)


def test_what_looks_like_a_personal_number_is_refused_and_not_repeated(tmp_path):
    fault = the_fault(seed_in(tmp_path, agencies={"Hjälper.": "Fråga 19121212-1212."}))

    assert "nothing of a person" in str(fault.hint) and "1212" not in f"{fault.message}{fault.hint}"


@pytest.mark.parametrize(("file", "old", "new", "line", "words", "hint"), [
    ("needs", "group: mind", "group: mnd", 5, "unknown id: mnd", "mind"),
    ("agencies", "[worry]", "[worry, wory]", 3, "unknown id: wory", "worry"),
    ("units", "agency: clinic", "agency: clinik", 3, "unknown id: clinik", "clinic"),
    ("units", "area: land", "area: sea", 3, "unknown id: sea", None),
    ("areas", "kind: nation", "kind: nation, within: west", 3, "unknown id: west", None),
    ("areas", "kind: nation", "kind: planet", 3, "kind has a value that is not allowed", "municipality"),
    ("areas", "kind: nation", "kindd: nation", 3, "there is no key kindd", "kind"),
    ("agencies", "levels: [bas]", "levels: [basic]", 6, "levels has a value that is not allowed", "forsta_linjen"),
    ("agencies", "ages: 0-17", "ages: 17-0", 7, "ages is not as it should be", "6-17"),
    ("agencies", "{sv: Hjälper.}", "{en: Helps.}", 8, "description is not as it should be", "sv"),
    ("agencies", "{sv: Hjälper.}", "Hjälper", 8, "description is not as it should be", "sv"),
    ("agencies", "  sources: [LAW]\n", "", 3, "sources is missing", None),
    ("agencies", "access: [self]", "access: []", 10, "access is not as it should be", "list"),
    ("units", "0980-319201", "0980-319300", 3, "0980-319300 is not confirmed", "PTS"),
    ("units", "0980-319201", "08-123 45 67", 3, "08-123 45 67 is not confirmed", "PTS"),
    ("units", "norra@region.example", "norra@region.se", 3, "norra@region.se is not confirmed", ".example"),
    ("units", "https://region.example/norra", "https://region.se/x.example", 3, "is not confirmed", ".example"),
    ("units", "{number: 0980-319201}", "{numer: 0980-319201}", 8, "there is no key phones.0.numer", "number"),
    ("units", "sources: [LAW]", "sources: [LAW]\n  assured_date: i går", 12, "assured_date is not as", "2026-11-21"),
    *(("numbers", '"2026"', day, 3, "read_on is not as", "2026-11 or 2026")
      for day in ("i går", "2026-13", "26", "[]")),
    ("units", "units:", "unit:", 2, "no list unit", "units"),
    ("units", "id: north", "id: no/rth", 3, "id is not as it should be", "letters"),
    ("agencies", "secrecy: care", "secrecy: caer", 3, "secrecy names an unknown id: caer", "care"),
    ("agencies", "id: clinic, diff", "id: clinik, diff", 3, "confused_with names an unknown id: clinik", "clinic"),
    ("agencies", "difference:", "diffrence:", 13, "there is no key confused_with.0.diffrence", "difference"),
    ("agencies", "secrecy: care", "when_closed: nroth", 3, "when_closed names an unknown id: nroth", "north"),
    ("agencies", "secrecy: care", "duty_to_report: perhaps", 12, "duty_to_report is not as it should", "true or false"),
    ("agencies", "secrecy: care", "open_to: [kid]", 12, "open_to has a value that is not allowed", "guardian"),
    ("paths", "from: town", "from: twon", 8, "from names an unknown id: twon", "town"),
    ("paths", "areas: [land]", "areas: [lnad]", 8, "areas names an unknown id: lnad", "land"),
    ("paths", "way: {sv: Skriv.}, ", "", 8, "way is not as it should be", "missing"),
    ("paths", "state: working", "state: missing", 8, "way is not as it should be", "missing"),
    ("paths", "state: working", "state: broken", 8, "state has a value that is not allowed", "strained"),
    ("paths", "state: working", "state: working, answer_within_days: 0", 8, "answer_within_days is not as", "1 to 365"),
    ("units", "0980-319201}", "0980-319201, for: staff}", 8, "phones.0.for has a value that is not allowed", "public"),
    ("units", "sources: [LAW]", "minimum_age: 6-9\n  sources: [LAW]", 11, "minimum_age is", "from 0 to 99"),
    ("units", "sources: [LAW]", "maximum_age: 9\n  minimum_age: 10\n  sources: [LAW]", 11, "maximum_age is",
     "no lower than"),
    ("units", "sources: [LAW]", "closes_on: 2026-01-01\n  opens_on: 2026-01-02\n  sources: [LAW]", 11, "closes_on is",
     "no earlier"),
    *(("units", "sources: [LAW]", f"schedules: [{{{said}}}]\n  sources: [LAW]", 11, f"schedules.0.{key}", hint)
      for said, key, hint in (
          ("days: [mo], opens: '25:00', closes: '26:00'", "opens is not as it should be", "24:00"),
          ("days: [mo], opens: '8', closes: '16:00'", "opens is not as it should be", "08:00"),
          ("days: [mo], opens: '08:00', closes: '08:00'", "closes is not as it should be", "another time"),
          ("days: [mon], opens: '08:00', closes: '16:00'", "days has a value that is not allowed", "mo"),
          ("days: [mo], opens: '08:00'", "closes is missing", None),
          ("days: [mo], opens: '08:00', closes: '09:00', holidays: no", "holidays has a value", "only"),
      )),
])
def test_a_fault_is_told_with_file_line_and_mend(tmp_path, file, old, new, line, words, hint):
    found = faults_of(seed_in(tmp_path, **{file: {old: new}}))

    told = [one for one in found if words in str(one.message)]
    assert [(one.file, one.line) for one in told] == [(str(tmp_path / f"{file}.yaml"), line)]
    assert hint in str(told[0].hint) if hint else told[0].hint is None


def test_all_faults_of_all_files_are_found_at_once(tmp_path):
    found = faults_of(seed_in(tmp_path, areas={"nation": "planet"}, needs={"sv: Oro": "en: Worry"},
                              units={"0980-319201": "112", "sources: [LAW]": "sources: []"}))

    assert [one.file.rpartition("/")[2] for one in found] == ["areas.yaml", "needs.yaml", "units.yaml"]


def test_one_fault_is_told_once_and_not_again_wherever_its_entry_is_named(tmp_path):
    fault = the_fault(seed_in(tmp_path, needs={"sv: Oro": "en: Worry"}))

    assert fault.ids == ("worry",)


def test_an_id_that_stands_twice_is_told_with_the_place_of_the_first(tmp_path):
    (seed_in(tmp_path) / "more.yaml").write_text(f"format: one-way-in-seed/1{GOOD['areas.yaml']}", encoding="utf-8")

    fault = the_fault(tmp_path)

    assert (fault.file, fault.line) == (str(tmp_path / "more.yaml"), 3)
    assert f"{tmp_path / 'areas.yaml'}:3" in str(fault.message)


def test_a_file_that_cannot_be_read_is_the_only_fault(tmp_path):
    (seed_in(tmp_path) / "needs.yaml").write_bytes(b"format: \xff")

    fault = the_fault(tmp_path)

    assert fault.file == str(tmp_path / "needs.yaml")


def test_a_file_of_another_format_is_told_so(tmp_path):
    fault = the_fault(_of_format(seed_in(tmp_path), "one-way-in-seed/9"))

    assert "one-way-in-seed/1" in str(fault.hint)


def _of_format(folder, name):
    path = folder / "areas.yaml"
    path.write_text(path.read_text("utf-8").replace("one-way-in-seed/1", name), "utf-8")
    return folder


def test_a_folder_that_does_not_exist_is_a_fault(tmp_path):
    assert "does not exist" in str(the_fault(tmp_path / "nowhere").message)


def test_what_its_owner_has_confirmed_may_be_real(tmp_path):
    real = {"0980-319201": "08-123 45 67", "sources: [LAW]": "sources: [LAW]\n  assured_date: 2026-11-01"}

    catalogue, _ = load_seed(seed_in(tmp_path, units=real))

    assert catalogue.units["north"].phones[0].confirmed


def test_any_change_of_any_file_changes_the_hash(tmp_path):
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()

    first, same = (load_seed(seed_in(folder))[0].hash for folder in folders[:2])
    other = load_seed(seed_in(folders[2], areas={"Landet": "Riket"}))[0].hash

    assert first == same != other


@pytest.mark.parametrize("number", ["0980-319200", "0980 31 92 99", "+46 980 319 200", "0046 8 465 004 99",
                                    "+46(0)70-174 06 05"])
def test_a_number_that_nobody_can_have_is_fiction(number):
    assert is_fiction(number)


@pytest.mark.parametrize("number", ["112", "1177", "0980-319300", "0980-3192001", "08-465 00 50", "070-174 07 00", ""])
def test_another_number_may_be_somebodys(number):
    assert not is_fiction(number)


@pytest.mark.parametrize(("address", "host"), [
    ("a@b.example", "b.example"), ("https://b.example/x", "b.example"), ("https://b.example:80", "b.example"),
    ("https://b.example@real.se/", "real.se"), ("https://real.se/@b.example", "real.se"), ("real.se?b.se", "real.se"),
    ("https://real.se#b.example", "real.se"), ("mailto:a@real.se", "real.se"), ("HTTPS://B.EXAMPLE", "b.example"),
])
def test_the_host_of_an_address_is_where_it_leads(address, host):
    assert host_of(address) == host


def test_what_may_be_left_out_is_read_as_it_stands(tmp_path):
    hours = "schedules: [{days: [sa, su], opens: '22:00', closes: '06:00', holidays: only}]"
    more = {"0980-319201}": f"0980-319201, for: professionals, {hours}}}", "sources: [LAW]":
            f"party: true\n  minimum_age: 13\n  opens_on: 2026-01-01\n  when_closed: clinic\n"
            f"  {hours}\n  sources: [LAW]"}

    unit = load_seed(seed_in(tmp_path, units=more))[0].units["north"]

    jour = make_schedule("sa su", "22:00", "06:00", holidays="only")
    assert (unit.party, unit.opens_on, unit.closes_on, unit.when_closed) == (True, date(2026, 1, 1), None, "clinic")
    assert (unit.minimum_age, unit.maximum_age) == (13, None)
    assert (unit.schedules, unit.phones[0].schedules, unit.phones[0].audience) == ((jour,), (jour,), "professionals")


def test_what_is_left_out_is_not_known_and_takes_no_room(tmp_path):
    catalogue, _ = load_seed(seed_in(tmp_path))
    unit, agency, need = catalogue.units["north"], catalogue.agencies["clinic"], catalogue.needs["worry"]

    assert (unit.party, unit.schedules, agency.duty_to_report, agency.open_to) == (None, (), None, ())
    assert agency.does_not is agency.where is agency.signs is need.description


def test_a_contact_path_says_who_reaches_whom_how(tmp_path):
    path = load_seed(seed_in(tmp_path))[0].contact_paths["path"]

    assert (path.from_party, path.to_party, path.areas, path.way) == ("town", "office", ("land",), {"sv": "Skriv."})
    assert (path.answer_within_days, path.meeting_within_days, path.state) == (None, None, "working")
