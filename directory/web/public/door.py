"""The blueprint of the way in, which its views are registered at."""

from flask import Blueprint

from directory.i18n import FAMILY_LANGUAGES
from directory.web.frame import pages_of

public = Blueprint("public", __name__, template_folder="../templates")
page = pages_of(public, FAMILY_LANGUAGES)
