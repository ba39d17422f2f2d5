"""How a test goes the way in with a browser."""


def begin(page, site, *, language="", urgency="wait", place="hudiksvall", age="school", who="guardian"):
    """From the start to the first question, or to the answer where it is urgent."""
    page.goto(f"{site}/{language}")
    page.check(f"input[name=urgency][value={urgency}]")
    page.select_option("#place", place)
    page.select_option("#age", age)
    page.check(f"input[name=who][value={who}]")
    go_on(page)


def answer(page, *options):
    """One answer a page, by the ids of options."""
    for one in options:
        unfold(page)
        page.check(f"input[name=answer][value={one}]")
        go_on(page)


def unfold(page):
    """Open the question that stands beside an answer, if there is one."""
    folded = page.locator("details.further:not([open]) > summary")
    if folded.count():
        folded.click()


def go_on(page):
    """On with the form that asks: an answer that can be kept has one more."""
    with page.expect_navigation():
        page.locator("main form:has(input[type=radio]) button[type=submit]").first.click()


def to_the_end(page, *, choice=0):
    """Through what is still asked, always with the same choice."""
    while page.locator("input[name=answer]").count():
        unfold(page)
        page.locator("input[name=answer]").nth(choice).check()
        go_on(page)
