"""Words in Chinese, Korean and Japanese, marked so that they are set and spoken as such."""

import re

_PIECE = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>[^<>]*)>|[^<]+")
_HANGUL, _KANA, _HAN = "\uac00-\ud7a3", "\u3040-\u30ff", "\u3400-\u9fff"
_RUN = re.compile(rf"[{_HAN}{_HANGUL}{_KANA}]+(?:[ \d·:()-]*[{_HAN}{_HANGUL}{_KANA}]+)*")
_SILENT = {"svg", "style"}
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "col"}


def mark_scripts(html: str) -> str:
    """The HTML with a language on every run of such script that has none; pictures are left as they are.

    >>> mark_scripts("<p>the Cabinet (内阁)</p>")
    '<p>the Cabinet (<span lang="zh">内阁</span>)</p>'
    """
    told: list[str] = []  # the elements open since one that tells the language or holds no text

    def piece(match: re.Match) -> str:
        name = (match["name"] or "").lower()
        if not name:
            return match[0] if told else _RUN.sub(_marked, match[0])
        if match["close"]:
            if told and name in told:
                told.pop()
        elif (told or name in _SILENT or " lang=" in match["attributes"]) and not _is_void(match):
            told.append(name)
        return match[0]

    return _PIECE.sub(piece, html)


def _is_void(tag: re.Match) -> bool:
    return tag["name"].lower() in _VOID or tag["attributes"].endswith("/")


def _marked(run: re.Match) -> str:
    return f'<span lang="{language(run[0])}">{run[0]}</span>'


def language(words: str) -> str:
    """Japanese where there is kana, Korean where there is Hangul, else Chinese, as the document is."""
    if re.search(f"[{_KANA}]", words):
        return "ja"
    return "ko" if re.search(f"[{_HANGUL}]", words) else "zh"
