"""What can go wrong with a language model, and the line that tells of it."""

from collections.abc import Iterator, Mapping
from typing import Literal

from rag.types import Language

Reason = Literal[
    "down", "key", "unknown", "busy", "timeout", "cut", "failed", "empty", "language", "declined", "long", "unsupported"
]
_KEY, _UNKNOWN, _BUSY, _SLOW = {401, 403}, {404}, {429, 503, 529}, {408, 504}

# {} is the model's name. No word of a server or a provider is passed on: it may hold a key.
_HAPPENED: Mapping[Reason, Mapping[Language, str]] = {
    "down": {
        "zh": "连不上语言模型 {}，请检查其服务是否已启动、地址是否正确",
        "en": "The language model {} cannot be reached: check that its server runs, and its address",
    },
    "key": {
        "zh": "语言模型 {} 的服务不接受密钥，请检查提供商的密钥环境变量",
        "en": "The server of the language model {} refuses the key: check the provider's key variable",
    },
    "unknown": {
        "zh": "服务器上没有语言模型 {}，请检查名称，或先下载该模型",
        "en": "The server has no language model {}: check the name, or download it there first",
    },
    "busy": {
        "zh": "语言模型 {} 的服务正忙或额度已用完，请稍后再试",
        "en": "The server of the language model {} is busy or its quota is used up: try again later",
    },
    "timeout": {
        "zh": "语言模型 {} 没有在限定时间内答完，可调高 RAG_LLM_TIMEOUT",
        "en": "The language model {} did not finish in time: RAG_LLM_TIMEOUT can be raised",
    },
    "cut": {
        "zh": "语言模型 {} 的回答中途断了，请再问一次",
        "en": "The answer of the language model {} broke off: ask again",
    },
    "failed": {
        "zh": "语言模型 {} 出错，请查看其服务的日志",
        "en": "The language model {} failed: see the log of its server",
    },
    "empty": {
        "zh": "语言模型 {} 没有给出回答，可再问一次或换一个模型",
        "en": "The language model {} answered nothing: ask again, or choose another model",
    },
    "language": {
        "zh": "语言模型 {} 没有用提问的语言回答，可再问一次或换一个模型",
        "en": "The language model {} answered in another language: ask again, or choose another model",
    },
    "declined": {
        "zh": "语言模型 {} 拒绝回答，可换一种问法或换一个模型",
        "en": "The language model {} declined to answer: put it in other words, or choose another model",
    },
    "long": {
        "zh": "语言模型 {} 的回答过长，可再问一次或换一个模型",
        "en": "The answer of the language model {} was far too long: ask again, or choose another model",
    },
    "unsupported": {
        "zh": "语言模型 {} 的回答未能由原文证实，可换一种问法",
        "en": "The article does not confirm what the language model {} said: put the question in other words",
    },
}
_INSTEAD: Mapping[Language, str] = {
    "zh": "。这里改用原文作答。",
    "en": ". This is answered from the article instead.",
}


class FaultError(Exception):
    """The model gave no answer that can be shown. Never leaves the pipeline."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def happened(reason: Reason, model: str, language: Language) -> str:
    """What went wrong with the model, and what to do; without a full stop."""
    return _HAPPENED[reason][language].format(model)


def note(reason: Reason, model: str, language: Language) -> str:
    """The one line that tells the user why the model's answer is not shown, and what to do."""
    return happened(reason, model, language) + _INSTEAD[language]


def reason_of(error: BaseException, *, begun: bool) -> Reason:
    """What an error of a provider's client means, by its status and its name; `begun` where text had come before it.

    Every provider has error classes of its own; the HTTP status and the words Timeout and Connect are common to them.
    """
    causes = list(_causes(error))
    names = " ".join(cls.__name__ for cause in causes for cls in type(cause).__mro__)
    codes = {getattr(cause, "status_code", None) for cause in causes}
    reasons: tuple[tuple[bool, Reason], ...] = (
        (bool(codes & _KEY), "key"),
        (bool(codes & _UNKNOWN), "unknown"),
        (bool(codes & _BUSY), "busy"),
        (bool(codes & _SLOW) or "Timeout" in names, "timeout"),
        ("No generation chunks" in str(error), "empty"),  # LangChain's words for a stream with nothing in it
        (begun, "cut"),
        ("Connect" in names, "down"),
    )
    return next((reason for applies, reason in reasons if applies), "failed")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
