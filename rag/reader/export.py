"""Write the reader as one ONNX file with most of its matrices in 8 bits, for onnxruntime."""

from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, TensorProto, helper, numpy_helper, save

from rag.embedding.graph import OPSET, Builder
from rag.meaning import word_vectors
from rag.reader.model import MODEL, VECTORS
from rag.reader.network import Network


def export(network: Network, folder: Path) -> None:
    """Write the network to `folder`, made where it is missing, for `rag.reader.model`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "plain.onnx"
    save(_Builder(network).model(), str(plain))
    # Unsigned weights: processors that lack the newer instructions cut sums of signed ones off.
    quantize_dynamic(plain, folder / MODEL, per_channel=True, weight_type=QuantType.QUInt8)
    plain.unlink()


class _Builder(Builder):
    """The network for one pair at a time, so without padding; its weights lie in the file itself."""

    def __init__(self, network: Network) -> None:
        super().__init__({}, network.body.config.to_dict())
        weights = {name.removeprefix("body."): value for name, value in network.state_dict().items()}
        self.weights: dict[str, Any] = {name: value.float().numpy() for name, value in weights.items()}

    def model(self) -> ModelProto:
        hidden, bias = self.embed(), self.constant([0.0], scalar=True)
        for layer in range(self.config["num_hidden_layers"]):
            hidden = self.layer(f"encoder.layer.{layer}", hidden, bias)
        self.judge(hidden)
        vectors = ["batch", "length", self.config["hidden_size"]]
        inputs = [
            helper.make_tensor_value_info("vectors", TensorProto.FLOAT, vectors),
            helper.make_tensor_value_info("kinds", TensorProto.INT64, vectors[:2]),
        ]
        output = helper.make_tensor_value_info("score", TensorProto.FLOAT, ["batch", 1])
        graph = helper.make_graph(self.nodes, "reader", inputs, [output], self.initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
        helper.set_model_props(model, {VECTORS: word_vectors().fingerprint})
        return model

    def weight(self, name: str) -> str:
        return self._kept(name, self.weights[name])

    def linear(self, name: str, value: str) -> str:
        turned = self._kept(f"{name}.turned", self._narrow(name))
        # Only a matrix that is there as the product wants it is put in 8 bits.
        matrix = self.add("Cast", turned, to=TensorProto.FLOAT) if _in_16_bits(name) else turned
        return self.add("Add", self.add("MatMul", value, matrix), self.weight(f"{name}.bias"))

    def _narrow(self, name: str) -> Any:
        turned = self.weights[f"{name}.weight"].T
        return turned.astype(np.float16) if _in_16_bits(name) else turned

    def embed(self) -> str:
        length = self.add("Shape", "kinds", start=1, end=2)
        places = self.add("Slice", self.weight("embeddings.position_embeddings.weight"), self.constant([0]), length)
        kinds = self.add("Gather", self.weight("embeddings.token_type_embeddings.weight"), "kinds")
        return self.norm("embeddings.LayerNorm", self.add("Add", self.add("Add", "vectors", places), kinds))

    def judge(self, hidden: str) -> None:
        first = self.add("Gather", hidden, self.constant([0], scalar=True), axis=1)
        sentence = self.add("Unsqueeze", self.add("Cast", "kinds", to=TensorProto.FLOAT), self.constant([2]))
        total = self.add("ReduceSum", self.add("Mul", hidden, sentence), self.constant([1]), keepdims=0)
        mean = self.add("Div", total, self.add("ReduceSum", sentence, self.constant([1]), keepdims=0))
        self.add("Identity", self.linear("score", self.add("Concat", first, mean, axis=1)), output="score")

    def _kept(self, name: str, values: Any) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def _in_16_bits(name: str) -> bool:
    """Whether a matrix is spared: a few of the values that these are given are so large that 8 bits lose the others."""
    return name == "score" or (name.endswith("output.dense") and "attention" not in name)
