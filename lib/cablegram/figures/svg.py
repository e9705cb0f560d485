"""matplotlib's SVG made fit for a page: colours as CSS properties, its own ids, words as words, few bytes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

PALETTE = {
    "ink": "#1b1b1b",
    "soft": "#5a5a5a",
    "line": "#9a9a9a",
    "grid": "#d9d9d9",
    "faint": "#efefef",
    "paper": "#ffffff",
    "sea": "#cbdbe4",
    "river": "#2a5f7a",
    "blue": "#0072b2",
    "vermilion": "#d55e00",
    "green": "#009e73",
    "orange": "#e69f00",
    "purple": "#cc79a7",
    "sky": "#56b4e9",
}
"""The colours of the figures by role, then those of Okabe and Ito; `figure.css` has the dark ones."""

SVG = "http://www.w3.org/2000/svg"
LINK = "{http://www.w3.org/1999/xlink}href"
FONT = "'DejaVu Sans', Verdana, 'Noto Sans', sans-serif"
HALO = {"paint-order": "stroke", "stroke-width": "2.4", "stroke-linejoin": "round"}
_NAMES = {colour: name for name, colour in PALETTE.items()}
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_COORDINATES = ("d", "x", "y", "width", "height", "points", "transform", "cx", "cy", "r")
_SIZES = ("stroke-width", "stroke-dasharray", "stroke-dashoffset", "font-size")


@dataclass(frozen=True)
class Mark:
    """What a mark tells and where it leads; artists with the gid `mark:<key>` or `mark:<key>:…` draw it."""

    label: str
    href: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def tidy(svg: str, name: str, label: str, marks: Mapping[str, Mark] | None = None) -> str:
    """The picture as one `<svg>` element whose ids all begin with `name-`, spoken as `label`.

    `marks` become links that a keyboard reaches; words in a group that `has_halo` get paper round
    them. Raises `ValueError` for a colour outside `PALETTE`, since it would stay as it is in the dark.
    """
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", svg))
    _drop(root, {"metadata", "style"})
    over_lines = _over_lines(root)
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.text, element.tail = element.text if (element.text or "").strip() else None, None
        _plain_link(element)
        _plain_style(element, element in over_lines)
        _round(element)
    _gather(root, marks or {})
    _rename(root, name)
    _unwrap(root)
    has_marks = any("data-mark" in element.attrib for element in root.iter())
    _name_root(root, name, label, has_marks)
    return ElementTree.tostring(root, encoding="unicode")


def has_halo(gid: str) -> bool:
    """Whether the words of an artist lie on lines; no others get a halo, as a PDF holds such words twice."""
    return gid == "halo" or (gid.startswith("mark:") and gid.endswith(":name"))


def _over_lines(root: ElementTree.Element) -> set[ElementTree.Element]:
    groups = (group for group in root.iter() if has_halo(group.get("id", "")))
    return {words for group in groups for words in group.iter(f"{{{SVG}}}text")}


def _drop(root: ElementTree.Element, names: set[str]) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.removeprefix(f"{{{SVG}}}") in names:
                parent.remove(child)


def _plain_link(element: ElementTree.Element) -> None:
    if LINK in element.attrib:
        element.set("href", element.attrib.pop(LINK))


def _plain_style(element: ElementTree.Element, halo: bool) -> None:
    """Style as attributes; colours once as the plain value, for drawing programs, and once as a property."""
    pairs = (part.split(":", 1) for part in element.attrib.pop("style", "").split(";") if ":" in part)
    style = {key.strip(): value.strip() for key, value in pairs}
    style.pop("font-family", None)
    if halo:
        style |= HALO | {"stroke": PALETTE["paper"]}
    style |= {key: element.attrib[key] for key in ("fill", "stroke") if key in element.attrib}
    element.attrib.update(style)
    colours = {key: style[key] for key in ("fill", "stroke") if style.get(key, "").startswith("#")}
    if colours:
        element.set("style", ";".join(f"{key}:{_property(value)}" for key, value in colours.items()))


def _property(colour: str) -> str:
    if colour not in _NAMES:
        raise ValueError(f"{colour} is none of the figures' colours, which are {', '.join(PALETTE.values())}")
    return f"var(--fig-{_NAMES[colour]},{colour})"


def _round(element: ElementTree.Element) -> None:
    for key in (*_COORDINATES, *_SIZES):
        if key in element.attrib:
            element.set(key, _NUMBER.sub(_short, element.get(key)))
    if "d" in element.attrib:
        element.set("d", _without_repeats(element.get("d")))
    turned = re.fullmatch(r"rotate\(-?0 .*\)", element.get("transform", ""))
    if turned:
        del element.attrib["transform"]


def _short(number: re.Match) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0").replace("-0", "0") if number[0] else ""


def _without_repeats(path: str) -> str:
    """The path without the points that rounding has made equal to the one before."""
    kept, last = [], None
    for step in re.findall(r"[A-Za-z][^A-Za-z]*", path):
        point = step[1:].strip()
        if not (step[0] == "L" and point == last):
            kept.append(step[0] + point)
        last = point
    return "".join(kept)


def _gather(root: ElementTree.Element, marks: Mapping[str, Mark]) -> None:
    """Put the pieces of each mark into one link at the end of the picture, where they lie on top.

    An artist with the gid `join:<key>` stays where it is and takes the attributes of the mark.
    """
    links = {key: _link(key, mark) for key, mark in marks.items()}
    for parent in list(root.iter()):
        for child in list(parent):
            kind, _, rest = child.get("id", "").partition(":")
            key = rest.partition(":")[0]
            if kind not in ("mark", "join"):
                continue
            if key not in links:
                raise ValueError(f"the figure draws a mark {key!r} that nothing tells about")
            child.attrib.pop("id")
            if kind == "join":
                child.attrib.update({"class": "fig-join", "data-join": key, **marks[key].attributes})
            else:
                parent.remove(child)
                links[key].append(child)
    root.extend(link for link in links.values() if len(link) > 1)


def _link(key: str, mark: Mark) -> ElementTree.Element:
    where = {"href": mark.href} if mark.href else {"tabindex": "0", "role": "img"}
    about = {"id": key, "class": "fig-mark", "data-mark": key, "aria-label": mark.label}
    element = ElementTree.Element("a" if mark.href else "g", {**about, **where, **mark.attributes})
    ElementTree.SubElement(element, "title").text = mark.label
    return element


def _rename(root: ElementTree.Element, name: str) -> None:
    """Ids that something points to, or that a mark has, in order of appearance; the others go."""
    pointed = set(re.findall(r'(?:url\(#|href="#)([^")]+)', ElementTree.tostring(root, encoding="unicode")))
    owned = {
        element.get("id"): element.get("data-mark")
        for element in root.iter()
        if "data-mark" in element.attrib
    }
    found = [element.get("id") for element in root.iter() if element.get("id") in pointed]
    new = {old: f"{name}-{number}" for number, old in enumerate(dict.fromkeys(found), 1)}
    new |= {old: f"{name}-{key}" for old, key in owned.items()}
    for element in root.iter():
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.attrib.pop("id")
                if value in new:
                    element.set("id", new[value])
            elif value.startswith("url(#"):
                element.set(key, f"url(#{new[value[5:-1]]})")
            elif key == "href" and value[1:] in new and element.tag == "use":
                element.set(key, f"#{new[value[1:]]}")
            elif key == "style" and "url(#" in value:
                element.set(key, re.sub(r"url\(#(.*?)\)", lambda link: f"url(#{new[link[1]]})", value))


def _unwrap(root: ElementTree.Element) -> None:
    """Take away groups that say nothing."""
    for parent in list(root.iter()):
        index = 0
        while index < len(parent):
            child = parent[index]
            if child.tag in ("g", "defs") and not child.attrib and (child.tag == "g" or not len(child)):
                parent[index : index + 1] = list(child)
            else:
                index += 1


def _name_root(root: ElementTree.Element, name: str, label: str, has_marks: bool) -> None:
    """The root's own attributes; a picture with marks is a group, since `img` would hide them."""
    box = root.get("viewBox")
    width, height = (round(float(side)) for side in box.split()[2:])
    root.attrib.clear()
    root.attrib.update(
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {width} {height}",
            "width": f"{width}pt",
            "height": f"{height}pt",
            "class": f"fig fig-{name}",
            "role": "group" if has_marks else "img",
            "aria-label": label,
            "font-family": FONT,
            "stroke-linejoin": "round",
        }
    )
