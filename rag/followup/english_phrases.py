"""The noun phrases of an English question.

There is no tagger: capitals, articles and the place after the auxiliary verb tell a noun phrase.
"""

import re

from rag.short.spans import MONTH

AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)"
PREPOSITION = (
    r"(?:in|on|at|by|to|from|for|with|since|until|during|after|before|into|as|than|over|under|between|through|about)"
)
ASKING = r"(?:what|which|who|whom|whose|when|where|why|how)"
MARKS = " ?.!,"
NAME = re.compile(
    r"[A-Z][\w&’'.-]*(?:(?:\s+(?:of|for|the|and|on|de|du|von|van)){0,2}\s+(?:[A-Z][\w&’'.-]*"
    r"|\d+(?![\w.,])))*|[㐀-鿿“”《》·]{2,}"
)
SOMEBODY = re.compile(r"I|[Yy]ou|[Ww]e|[Oo]ne|[Ss]?[Hh]e|[Ii]t|[Tt]hey")  # whom nothing is asked about
_FUNCTION = re.compile(
    rf"(?:{ASKING}|{AUXILIARY}|{PREPOSITION}|the|a|an|and|but|or|so|if|please|tell|give|list|name"
    rf"|describe|explain|{MONTH})",
    re.I,
)
_DETERMINED = re.compile(r"\b(?:the|a|an)\s+", re.I)
_STOP = re.compile(
    rf"\b(?:{ASKING}|{AUXILIARY}|{PREPOSITION}|and|or|because|if|so|that|the|an?|its|their|his|her"
    rf"|not|ever|also|still|now"
    r"|last|next|today|together|there|\w{2,}ly)\b|[,;:?!.](?:\s|$)",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:\w+ed|held|made|set|built|born|known|led|given|sold|begun|brought|found|kept|lost|met|paid"
    r"|put|read|said|seen"
    r"|sent|shown|spent|taken|taught|told|won|written|cut|grown|drawn|run|chosen|driven|located|like|called|due)$",
    re.I,
)
# What something was done to, or is like: which schools were shut.
_DONE = re.compile(
    rf"(?:which|what|how many)\s+(?!{AUXILIARY}\b)((?!(?:year|day|month|time|date|of)\b)[a-z-]+)"
    r" (?:is|are|was|were|will be)"
    rf" (?:not |also |still )?(?:{_PARTICIPLE.pattern[:-1]}|shut|hit|hurt|left|open|free)\b",
    re.I,
)
_PROPERTY = re.compile(
    rf"^(?:the |an? )?(?:(?!{PREPOSITION} )\w+ )?(?:area|population|size|length|height|width|depth|weight|speed|price"
    r"|cost|income|output|scale|number"
    r"|amount|share|date|time|year|location|address|name|reason|purpose|aims?|goals?|effects?"
    r"|results?|features?|advantages?|background|history|headquarters|capital|members|role|budget|boundar(?:y|ies))$",
    re.I,
)
_OFFICE = re.compile(
    r"^(?:the |an? )?(?:[\w-]+ )?(?:mayor|dean|head|president|director|leader|chair\w*|minister|king"
    r"|queen|founder|manager|boss|ceo|secretary)$",
    re.I,
)


def subject_phrase(question: str) -> str | None:
    """The noun phrase after the auxiliary, or else the first name or determined phrase."""
    auxiliary = re.search(
        rf"\b(?P<do>do|does|did|can|could|will|would|should|may|might|must)\b|\b{AUXILIARY}\b", question, re.I
    )
    if done := _DONE.match(question):
        return f"the {done[1]}"
    phrase = _phrase_at(question[auxiliary.end() :].lstrip(), bool(auxiliary["do"])) if auxiliary else None
    if phrase and not SOMEBODY.fullmatch(phrase.split()[0]):
        return phrase
    if names := names_in(question):
        return f"the {names[0]}" if f"the {names[0]}" in question else names[0]
    if determined := _DETERMINED.search(question):
        return _phrase_at(question[determined.start() :], False)
    asked_for = re.match(rf"(?:which|what|how many)\s+(?!{AUXILIARY}\b)(\w+)", question, re.I)
    return f"the {asked_for[1]}" if asked_for else None


def _phrase_at(text: str, verb_follows: bool) -> str | None:
    """The noun phrase that the text begins with."""
    determiner = re.match(r"(?:(?:the|an?|his|her|its|their)\s+(?:(?:last|next)\s+)?)?", text, re.I)
    start = determiner.end() if determiner else 0
    name = NAME.match(text, start)
    if name and not re.match(r"\s+of\b|['’]s", text[name.end() :]) and not name[0].endswith(("'s", "’s")):
        return text[: name.end()].rstrip(MARKS)
    stop = _STOP.search(text, start)
    while stop and stop[0].lower() in {"the", "a", "an"} and text[: stop.start()].rstrip().endswith(" of"):
        stop = _STOP.search(text, stop.end())
    words = text[start : stop.start() if stop else len(text)].rstrip(MARKS).split()
    verb = (
        next((i for i, word in enumerate(words) if i and _PARTICIPLE.match(word)), len(words))
        if not verb_follows
        else -1
    )
    words = words[:verb] if verb_follows and len(words) > 1 else words[: max(verb, 0)]
    while words and words[-1] == "of":
        words.pop()
    return (text[:start] + " ".join(words)) if words else None


def names_in(text: str) -> list[str]:
    """The capitalised names in a text, and its Chinese words, without what only begins the sentence."""
    found = []
    for match in NAME.finditer(text):
        words = match[0].split()
        while words and match.start() == 0 and _FUNCTION.fullmatch(words[0]):
            words.pop(0)
        name = re.sub(r"['’]s?$", "", " ".join(words).rstrip(MARKS))
        if name and not _FUNCTION.fullmatch(name) and not SOMEBODY.fullmatch(name):
            found.append(name)
    return found


def determined_in(text: str) -> list[str]:
    return [phrase for match in _DETERMINED.finditer(text) if (phrase := _phrase_at(text[match.start() :], False))]


def lacks_owner(phrase: str) -> bool:
    return bool(_PROPERTY.match(phrase) or _OFFICE.match(phrase)) and not names_in(" " + phrase)
