"""Swedish names in texts of other languages say that they are Swedish."""

import pytest

from directory.web.swedish_names import names_marked
from tests.doors import Page, ask

THOUGHTS = {"age": "teen", "who": "youth", "matter": "ma_daligt", "development": None, "feeling": "suicidtankar"}


@pytest.fixture
def marked(app, edition):
    """A text in a language as a page shows it."""
    def show(text, language):
        with app.test_request_context("/"):
            app.preprocess_request()
            return str(names_marked(text, language))
    return show


@pytest.mark.parametrize("name", ["Självmordslinjen", "BUP akut", "BUP", "Kvinnofridslinjen",
                                  "En väg in för barn och unga"])
def test_a_name_of_the_catalogue_is_marked_as_swedish_in_arabic(marked, name):
    assert marked(f"اتصلوا بـ {name} الآن", "ar") == f'اتصلوا بـ <bdi lang="sv">{name}</bdi> الآن'


@pytest.mark.parametrize("language", ["sv", "ll", "en"])
def test_in_swedish_and_in_the_language_of_staff_nothing_is_marked(marked, language):
    assert marked("Ring BUP <nu>", language) == "Ring BUP <nu>"


def test_what_looks_like_html_stays_words_and_a_part_of_a_word_is_no_name(marked):
    assert marked("<b>BUPAB</b>", "so") == "&lt;b&gt;BUPAB&lt;/b&gt;"


def test_an_answer_in_arabic_marks_the_swedish_names_in_it(client):
    page = Page(ask(client, prefix="/ar", **THOUGHTS))

    assert '<bdi lang="sv">Självmordslinjen' in page.html
    assert "&lt;bdi" not in page.html
