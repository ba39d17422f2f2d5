"""Write the accessibility statement's facts: what the checks found, what somebody found by hand, of which commit.

`make statement` runs the accessibility matrix first. The page /tillganglighet shows what is written here.
"""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import yaml

ROOT = Path(__file__).parent.parent
FINDINGS = ROOT / "docs" / "accessibility" / "findings.yaml"
STATEMENT = ROOT / "directory" / "web" / "public" / "statement.json"


def statement(results, by_hand, *, commit, day):
    """The facts of a statement.

    :param results: the matrix's results as JUnit writes them
    :param by_hand: the content of findings.yaml
    :param commit: the commit that was judged; its `day` is the day of the assessment
    """
    suites = ElementTree.fromstring(results).iter("testsuite")
    counts = [{name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors")} for suite in suites]
    faults = sum(one["failures"] + one["errors"] for one in counts)
    return {
        "commit": commit, "day": day, "checked": sum(one["tests"] for one in counts), "faults": faults,
        "by": by_hand["assessed_by"], "read_with": by_hand["read_with"],
        "findings": [{"criterion": one["criterion"], "text": one["text"]} for one in by_hand["findings"]],
    }


def main(results):
    commit, day = subprocess.check_output(["git", "log", "-1", "--format=%h %cs"], cwd=ROOT, text=True).split()
    found = statement(Path(results).read_text("utf-8"), yaml.safe_load(FINDINGS.read_text("utf-8")),
                      commit=commit, day=day)
    STATEMENT.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{found['checked']} pages and views, {found['faults']} faults, {len(found['findings'])} found by hand")


if __name__ == "__main__":
    main(sys.argv[1])
