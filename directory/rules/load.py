"""A folder of rule files → a rule base and every fault of every file. What rules mean together is not judged here."""

from dataclasses import dataclass, replace

from directory.findings import ERROR, Finding, in_order, say
from directory.rules.assemble import base_of, vignettes_of
from directory.rules.checks import shape
from directory.rules.checks.ids import id_faults
from directory.rules.checks.layers import layer_faults
from directory.rules.checks.size import size_faults
from directory.rules.checks.words import word_faults
from directory.rules.model import Base
from directory.rules.sheets import VIGNETTES, read_files, read_folder, read_sheet
from directory.rules.vocabulary import vocabulary_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds: the base, as far as its files could be read, and the findings on the files, worst first."""

    base: Base
    findings: tuple[Finding, ...]


def load(folder, *, only=None):
    """The base of a folder with the findings on its files; with errors it proves nothing, but what was read is there.

    Nothing is raised: a folder that does not exist or holds no rule file is a finding too.

    :param only: an area that is to be asked; what plainly belongs to other areas is left unread
    """
    sheets, findings, digest = read_folder(folder, only=only)
    return _loaded(sheets, findings, digest=digest, folder=folder)


def load_files(files, *, within, known=None):
    """As `load`, for files that are held in memory, such as an edition's.

    :param files: their bytes by the name within the folder
    :param within: the folder that findings and rules say they lie in
    :param known: a dict that remembers what each file holds from one call to the next
    """
    sheets, findings, digest = read_files(files, within=within, known=known)
    return _loaded(sheets, findings, digest=digest, folder=within)


def _loaded(sheets, findings, *, digest, folder):
    whole = {one.file for one in findings} <= {sheet.file for sheet in sheets if not sheet.lost}
    if sheets:
        findings += layer_faults(sheets, folder, whole=whole)
    words = vocabulary_of(sheets, whole=whole)
    if words:
        findings += [fault for sheet in sheets for fault in word_faults(sheet, words)]
    findings += id_faults(sheets)
    spoilt = {one.file for one in findings if one.level == ERROR}
    base = base_of(sheets, digest=digest, spoilt=spoilt)
    too_large = list(size_faults(base))
    base = replace(base, unread=base.unread | {one.area for one in too_large})
    return Loaded(base, tuple(in_order([*findings, *too_large])))


def load_cases(path):
    """The vignettes of one file outside a base, and the findings on its form; its words are not looked up."""
    sheet, findings = read_sheet(path)
    if sheet and sheet.kind != VIGNETTES:
        message = say("The layer is %(found)s; this file should hold vignettes.", found=sheet.kind)
        hint = say("Start the file with layer: vignettes.")
        findings.append(Finding(shape.NAME, ERROR, sheet.file, sheet.line_of("layer"), message, hint, (sheet.id,)))
    return vignettes_of([sheet] if sheet else []), findings
