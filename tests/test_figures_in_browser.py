"""The figures as a browser sets them: nothing lies on anything, nothing is too small, the room is used."""

import io
from itertools import combinations

import cablegram as cg
import numpy
import pytest
from cablegram.display.markup import styled
from cablegram.figures import FIGURES, figure, marks, publish
from PIL import Image

DRAWN = [name for name, how in FIGURES.items() if "draw" in how]
STYLESHEET = (marks.HERE / "figure.css").read_text(encoding="utf-8")
COLUMNS = {"wide": (1280, 900), "narrow": (375, 341)}  # pixels of the screen, and of the column in it
SETTINGS = [(kind, scheme) for kind in COLUMNS for scheme in ("light", "dark")]
THEME = """
:root { color-scheme: light dark; --jp-layout-color0: #fdfcf8; --jp-content-font-color1: #1f1c18; }
@media (prefers-color-scheme: dark) {
  :root { --jp-layout-color0: #191816; --jp-content-font-color1: #e9e4da; }
}
body { margin: 0 auto; background: var(--jp-layout-color0); }"""
INK = """picture => [...picture.querySelectorAll('text')].map(text => {
  const frame = text.getScreenCTM(), at = text.getStartPositionOfChar(0).matrixTransform(frame);
  const style = getComputedStyle(text), size = parseFloat(style.fontSize), box = text.getBoundingClientRect();
  const drawing = document.createElement('canvas').getContext('2d');
  drawing.font = `${style.fontStyle} ${size}px ${style.fontFamily}`;
  const ink = drawing.measureText(text.textContent), scale = frame.a;
  const [up, down] = [ink.actualBoundingBoxAscent * scale, ink.actualBoundingBoxDescent * scale];
  return [text.textContent, size * scale, box.left, at.y - up, box.right, at.y + down];
})"""


def words_of(picture) -> list[tuple]:
    """The words of a picture, each with the size of its type and the box of its ink, in pixels."""
    return [tuple(each) for each in picture.evaluate(INK) if each[0].strip()]


def overlapping(words: list[tuple]) -> list[tuple[str, str]]:
    """Pairs of words that share more than a hair's breadth."""
    return [
        (one[0], other[0])
        for one, other in combinations(words, 2)
        if min(one[4], other[4]) - max(one[2], other[2]) > 1
        and min(one[5], other[5]) - max(one[3], other[3]) > 1
    ]


def struck(words: list[tuple], bare: Image.Image, left: float, top: float) -> list[str]:
    """Words under which the picture without words is not of one colour; `left` and `top` are its corner."""
    found, pixels = [], numpy.asarray(bare.convert("RGB")).astype(int)
    for said, _, x, y, to_x, to_y in words:
        rows = slice(max(0, round(y - top) + 1), round(to_y - top))  # the edge may fall between two pixels
        part = pixels[rows, max(0, round(x - left)) : round(to_x - left) + 1].reshape(-1, 3)
        if len(part) and (abs(part - numpy.median(part, axis=0)).max(axis=1) > 24).mean() > 0.012:
            found.append(said)
    return found


def opened(browser, html: str, width: int, column: int, scheme: str = "light", **options):
    page = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, **options
    ).new_page()
    css = f"{publish.faces()}{STYLESHEET}{THEME}body {{ width: {column}px }}"
    page.set_content(
        f"<!doctype html><meta name=viewport content=width=device-width><style>{css}</style>{html}"
    )
    page.evaluate("document.fonts.ready")
    return page


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    cable = cg.load()
    return {name: styled(figure(name, cable).html) for name in FIGURES}


@pytest.fixture(scope="module", params=SETTINGS, ids=" ".join)
def page(request, chromium, html):
    """All figures in a column of a screen, wide or narrow, light or dark."""
    kind, scheme = request.param
    page = opened(chromium, "".join(html.values()), *COLUMNS[kind], scheme)
    yield page
    page.context.close()


@pytest.mark.parametrize("name", DRAWN)
def test_the_words_of_a_figure_are_clear_of_each_other_and_of_lines_and_large_enough(page, name):
    picture = page.locator(f"#figure-{name} svg:visible")
    picture.scroll_into_view_if_needed()
    words, box = words_of(picture), picture.bounding_box()
    assert [] == overlapping(words)
    assert 10.95 <= min(size for _, size, *_ in words)
    assert [] == [
        said for said, _, x, _, to_x, _ in words if x < box["x"] - 1 or to_x > box["x"] + box["width"] + 1
    ]
    hide = page.add_style_tag(content="svg text { visibility: hidden }")
    bare = Image.open(io.BytesIO(picture.screenshot()))
    hide.evaluate("style => style.remove()")
    assert [] == struck(words, bare, box["x"], box["y"])


@pytest.mark.parametrize("name", DRAWN)
def test_the_drawing_takes_its_column_and_the_ink_the_drawing(page, name):
    picture = page.locator(f"#figure-{name} svg:visible")
    column = page.locator(f"#figure-{name}").bounding_box()["width"]
    assert 1 == picture.count() and picture.bounding_box()["width"] >= 0.85 * column
    pixels = numpy.asarray(Image.open(io.BytesIO(picture.screenshot())).convert("RGB")).astype(int)
    ink = abs(pixels - pixels[-1, -1]).max(axis=2) > 12
    across, down = numpy.flatnonzero(ink.any(axis=0)), numpy.flatnonzero(ink.any(axis=1))
    assert numpy.ptp(across) * numpy.ptp(down) >= 0.85 * ink.size


def test_what_is_looked_for_is_seen(chromium):
    said = "<text x=9 y=54>over 700</text><text x=20 y=52>x</text>"
    svg = f"<svg width=300 height=100><path d='M0 50H300' stroke=red />{said}</svg>"
    page = opened(chromium, svg, 400, 300)
    words = words_of(page.locator("svg"))
    page.add_style_tag(content="svg text { visibility: hidden }")
    bare, box = Image.open(io.BytesIO(page.locator("svg").screenshot())), page.locator("svg").bounding_box()
    assert [("over 700", "x")] == overlapping(words)
    assert ["over 700", "x"] == struck(words, bare, box["x"], box["y"])
    page.context.close()


@pytest.mark.parametrize("width", [480, 700])
def test_between_phone_and_wide_screen_the_narrow_drawing_stands(chromium, html, width):
    page = opened(chromium, html["stations"], width + 40, width)
    assert "fig-narrow" == page.locator("svg:visible").get_attribute("class")
    assert 11 <= min(size for _, size, *_ in words_of(page.locator("svg:visible")))
    page.context.close()


def test_paper_has_the_wide_drawing_and_no_buttons(chromium, html):
    page = opened(chromium, html["map"], 640, 600)
    page.emulate_media(media="print")
    assert "fig-wide" == page.locator("svg:visible").get_attribute("class")
    assert 0 == page.locator(".fig-plate button:visible").count()
    page.context.close()


def test_a_tap_on_a_phone_shows_the_card_and_leaves_the_page_where_it_is(chromium, html):
    after = "<p style='height: 3000px'>"
    page = opened(chromium, html["map"] + after, 375, 343, has_touch=True, is_mobile=True)
    mark, card = page.get_by_role("button", name="Musan County: over 100"), page.locator("#map-narrow-musan")
    mark.scroll_into_view_if_needed()
    before, address = page.evaluate("scrollY"), page.url
    mark.tap()
    assert card.is_visible() and "over 100" in card.inner_text()
    box = card.bounding_box()
    assert 0 <= box["x"] and box["x"] + box["width"] <= 375 and box["y"] + box["height"] <= 900
    assert (before, address) == (page.evaluate("scrollY"), page.url)
    card.get_by_role("button", name="Close").tap()
    assert not card.is_visible()
    page.context.close()


def test_on_a_wide_screen_pointing_is_enough_and_escape_closes_what_was_pressed(chromium, html):
    page = opened(chromium, html["map"], 1280, 900)
    mark, card = page.get_by_role("button", name="Onsong County: over 700"), page.locator("#map-wide-onsong")
    assert not card.is_visible()
    mark.hover()
    assert card.is_visible()
    mark.click()
    page.mouse.move(5, 5)
    assert card.is_visible()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    assert not card.is_visible()
    page.context.close()
