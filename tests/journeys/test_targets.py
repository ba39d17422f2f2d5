"""The measure of what families press; the accessibility matrix takes it on every page of theirs."""

from tests.journeys.targets import low


def test_a_low_link_that_stands_alone_is_found_and_one_within_a_sentence_is_not(page):
    page.set_content("<p><a href='#a'>Alone</a></p><p>Read <a href='#b'>this</a> first.</p>")

    assert [html for html, _ in low(page)] == ['<a href="#a">Alone</a>']
