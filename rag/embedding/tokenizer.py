"""The tokenizer of the bundled model: English word pieces and whole Chinese words, in one plain tokenizer.json.

Chinese words are added tokens, which the tokenizers library matches leftmost-longest before anything else is split, so
that the file segments Chinese without any code of ours. Characters are folded first (see `vocabulary.foldings`) by a
compiled character map, the normaliser that SentencePiece models carry.
"""

import io
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tokenizers import AddedToken, Tokenizer, normalizers

SPECIAL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def english_pieces(vocabulary: Mapping[str, int]) -> list[str]:
    """The word pieces worth keeping, in their old order: special tokens, and Latin letters, digits and marks."""
    ordered = sorted(vocabulary, key=vocabulary.__getitem__)
    kept = (piece for piece in ordered if piece not in SPECIAL_TOKENS and _is_latin(piece))
    return [*SPECIAL_TOKENS, *kept]


def _is_latin(piece: str) -> bool:
    return not piece.startswith("[unused") and all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2300 for c in piece)


def build(english: Tokenizer, words: Iterable[str], foldings: Mapping[str, str], max_tokens: int) -> Tokenizer:
    """A tokenizer with the English pieces of `english` and the Chinese `words`; ids in that order, without gaps."""
    state: dict[str, Any] = json.loads(english.to_str())
    pieces = english_pieces(state["model"]["vocab"])
    state["model"]["vocab"] = {piece: number for number, piece in enumerate(pieces)}
    state["added_tokens"] = []
    cls, sep = pieces.index("[CLS]"), pieces.index("[SEP]")
    state["post_processor"]["special_tokens"]["[CLS]"]["ids"] = [cls]
    state["post_processor"]["special_tokens"]["[SEP]"]["ids"] = [sep]
    tokenizer = Tokenizer.from_str(json.dumps(state))
    # BERT's own handling of Chinese would put spaces between the characters before words could be matched.
    bert = normalizers.BertNormalizer(handle_chinese_chars=False)
    tokenizer.normalizer = normalizers.Sequence([normalizers.Precompiled(character_map(foldings)), bert])
    tokenizer.add_special_tokens(list(SPECIAL_TOKENS))
    tokenizer.add_tokens([AddedToken(word, normalized=True) for word in words])
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def character_map(foldings: Mapping[str, str]) -> bytes:
    """The foldings as a compiled SentencePiece character map (a double-array trie).

    The sentencepiece package compiles it as a by-product of training a model, which is thrown away.
    """
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as rules:
        rules.writelines(f"{ord(old):X}\t{ord(new):X}\n" for old, new in sorted(foldings.items()))
        rules.flush()
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.Train(
            sentence_iterator=iter(["a b c d e f g"] * 10),
            model_writer=model,
            vocab_size=12,
            hard_vocab_limit=False,
            normalization_rule_tsv=rules.name,
            minloglevel=2,
        )
    proto: Any = sentencepiece_model_pb2  # generated code without types
    compiled: bytes = proto.ModelProto.FromString(model.getvalue()).normalizer_spec.precompiled_charsmap
    return compiled


def save(tokenizer: Tokenizer, path: Path) -> None:
    """Write tokenizer.json without the white space that makes up a third of it."""
    path.write_text(
        json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
