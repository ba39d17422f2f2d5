"""What gunicorn serves."""

import sys

from sqlalchemy.exc import SQLAlchemyError

from directory.app import create_app
from directory.config import SettingRefused, reader_language
from directory.errors import DirectoryError, RulesNotProved
from directory.i18n import translator

CANNOT_START = 3  # gunicorn stops at this status; after any other it starts the worker again, for ever

try:
    application = create_app()
except RulesNotProved as error:
    translate = translator(reader_language())
    for one in error.findings:
        print(f"{one.file}:{one.line}: {one.check}: {one.message.text(translate)}", file=sys.stderr)
    sys.exit(CANNOT_START)
except (DirectoryError, SettingRefused, SQLAlchemyError, OSError) as error:
    print(f"{type(error).__name__}: {getattr(error, 'orig', None) or error}", file=sys.stderr)
    sys.exit(CANNOT_START)
