"""The bundled model's network (BERT, mean pooling, unit length) as an ONNX graph over its safetensors file."""

import json
import struct
from pathlib import Path
from typing import Any

from onnx import ModelProto, NodeProto, TensorProto, helper, save

from rag.embedding.float8 import float8

OPSET = 20
# Gather is not defined for 8-bit floats: their bytes are gathered, and looked up among the 256 values they can have.
_TYPES = {"F8_E4M3": TensorProto.UINT8, "F16": TensorProto.FLOAT16, "F32": TensorProto.FLOAT}
_WEIGHTS = "model.safetensors"


def write(folder: Path) -> None:
    """Write `folder/model.onnx` for the weights and config.json that lie in `folder`.

    Inputs: input_ids and attention_mask, int64 (batch, length). Output: sentence_embedding, float32 (batch, dimension).
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    save(Builder(_stored(folder / _WEIGHTS), config).model(), str(folder / "model.onnx"))


def _stored(path: Path) -> dict[str, TensorProto]:
    """Each tensor of a safetensors file as a reference to its bytes (https://huggingface.co/docs/safetensors)."""
    with path.open("rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
    header.pop("__metadata__", None)
    return {name: _reference(name, about, 8 + size) for name, about in header.items()}


def _reference(name: str, about: dict[str, Any], base: int) -> TensorProto:
    begin, end = about["data_offsets"]
    tensor = TensorProto(name=name, data_type=_TYPES[about["dtype"]], dims=about["shape"])
    tensor.data_location = TensorProto.EXTERNAL
    place = {"location": _WEIGHTS, "offset": str(base + begin), "length": str(end - begin)}
    for key, value in place.items():
        tensor.external_data.add(key=key, value=value)
    return tensor


class Builder:
    """Adds nodes one by one; each method returns the name of the value that it computes."""

    def __init__(self, stored: dict[str, TensorProto], config: dict[str, Any]) -> None:
        self.stored, self.config = stored, config
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []
        self.float8_values = ""

    def model(self) -> ModelProto:
        hidden = self.embed()
        bias = self.attention_bias()
        for layer in range(self.config["num_hidden_layers"]):
            hidden = self.layer(f"encoder.layer.{layer}", hidden, bias)
        self.pool(hidden)
        inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in _INPUTS]
        shape = ["batch", self.config["hidden_size"]]
        output = helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, shape)
        graph = helper.make_graph(self.nodes, "sentence_embedding", inputs, [output], self.initializers)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)

    def add(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        name = output or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, values: list[float] | list[int], scalar: bool = False) -> str:
        name = f"constant_{len(self.initializers)}"
        kind = TensorProto.FLOAT if isinstance(values[0], float) else TensorProto.INT64
        self.initializers.append(helper.make_tensor(name, kind, [] if scalar else [len(values)], values))
        return name

    def weight(self, name: str) -> str:
        """A stored tensor in float32; onnxruntime widens it once, when the model is loaded."""
        tensor = self.stored[name]
        self.initializers.append(tensor)
        return (
            self.decode(name) if tensor.data_type == TensorProto.UINT8 else self.add("Cast", name, to=TensorProto.FLOAT)
        )

    def decode(self, codes: str) -> str:
        """The float32 values of float8 bytes, looked up among the 256 that there are."""
        self.float8_values = self.float8_values or self.constant([float8(code) for code in range(256)])
        return self.add("Gather", self.float8_values, self.add("Cast", codes, to=TensorProto.INT32))

    def linear(self, name: str, value: str) -> str:
        turned = self.add("Transpose", self.weight(f"{name}.weight"), perm=[1, 0])
        return self.add("Add", self.add("MatMul", value, turned), self.weight(f"{name}.bias"))

    def norm(self, name: str, value: str) -> str:
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", value, scale, shift, axis=-1, epsilon=self.config["layer_norm_eps"])

    def embed(self) -> str:
        # The widest table stays in 8 bits: only the rows that a text needs are widened.
        table = "embeddings.word_embeddings.weight"
        self.initializers.append(self.stored[table])
        words = self.decode(self.add("Gather", table, "input_ids"))
        length = self.add("Shape", "input_ids", start=1, end=2)
        places = self.add("Slice", self.weight("embeddings.position_embeddings.weight"), self.constant([0]), length)
        kinds = self.weight("embeddings.token_type_embeddings.weight")
        first = self.add("Gather", kinds, self.constant([0], scalar=True))
        return self.norm("embeddings.LayerNorm", self.add("Add", self.add("Add", words, places), first))

    def attention_bias(self) -> str:
        """0 where there is a token and a very small number where there is padding, (batch, 1, 1, length)."""
        mask = self.add("Cast", "attention_mask", to=TensorProto.FLOAT)
        padding = self.add("Sub", self.constant([1.0], scalar=True), mask)
        bias = self.add("Mul", padding, self.constant([-1e9], scalar=True))
        return self.add("Unsqueeze", bias, self.constant([1, 2]))

    def layer(self, name: str, hidden: str, bias: str) -> str:
        attended = self.linear(f"{name}.attention.output.dense", self.attend(f"{name}.attention.self", hidden, bias))
        hidden = self.norm(f"{name}.attention.output.LayerNorm", self.add("Add", hidden, attended))
        return self.norm(f"{name}.output.LayerNorm", self.add("Add", hidden, self.feed_forward(name, hidden)))

    def feed_forward(self, name: str, hidden: str) -> str:
        wide = self.add("Gelu", self.linear(f"{name}.intermediate.dense", hidden))
        return self.linear(f"{name}.output.dense", wide)

    def attend(self, name: str, hidden: str, bias: str) -> str:
        heads, width = self.config["num_attention_heads"], self.config["hidden_size"]
        split = self.constant([0, 0, heads, width // heads])
        query, key, value = (
            self.add("Reshape", self.linear(f"{name}.{part}", hidden), split) for part in ("query", "key", "value")
        )
        query = self.add("Transpose", query, perm=[0, 2, 1, 3])
        key = self.add("Transpose", key, perm=[0, 2, 3, 1])
        value = self.add("Transpose", value, perm=[0, 2, 1, 3])
        scale = self.constant([(width // heads) ** -0.5], scalar=True)
        scores = self.add("Add", self.add("Mul", self.add("MatMul", query, key), scale), bias)
        mixed = self.add("MatMul", self.add("Softmax", scores, axis=-1), value)
        back = self.add("Transpose", mixed, perm=[0, 2, 1, 3])
        return self.add("Reshape", back, self.constant([0, 0, width]))

    def pool(self, hidden: str) -> None:
        mask = self.add("Unsqueeze", self.add("Cast", "attention_mask", to=TensorProto.FLOAT), self.constant([2]))
        total = self.add("ReduceSum", self.add("Mul", hidden, mask), self.constant([1]), keepdims=0)
        self.add("LpNormalization", total, output="sentence_embedding", axis=-1, p=2)


_INPUTS = ("input_ids", "attention_mask")
