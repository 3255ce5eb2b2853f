"""Write the reader as one ONNX file with nearly all of its matrices in 8 bits, for onnxruntime."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnx import ModelProto, TensorProto, helper, numpy_helper, save

from rag.embedding.graph import OPSET, Builder
from rag.meaning import word_vectors
from rag.reader.model import MODEL, VECTORS
from rag.reader.network import Network, batch_of
from rag.reader.pair import Pair

LARGE = 16  # units of each layer that are spared


def export(network: Network, folder: Path, pairs: Sequence[Pair]) -> None:
    """Write the network to `folder`, made where it is missing, for `rag.reader.model`; some pairs show which values in
    it become large.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "plain.onnx"
    save(_Builder(network, large_units(network, pairs)).model(), str(plain))
    # Signed weights are much faster. With the whole of their range older processors would cut sums off.
    quantize_dynamic(plain, folder / MODEL, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
    plain.unlink()


def large_units(network: Network, pairs: Sequence[Pair]) -> list[list[int]]:
    """Of each layer the LARGE units between its two wide matrices that have the largest values for any token.

    A few are so large that 8 bits for all of them would lose the others ("LLM.int8()", Dettmers and others 2022,
    https://arxiv.org/abs/2208.07339).
    """
    layers: Any = network.body.encoder.layer
    largest = [torch.zeros(network.body.config.intermediate_size) for _ in layers]

    def note(number: int, values: Any) -> None:
        largest[number] = torch.maximum(largest[number], values.detach().abs().flatten(0, -2).amax(0))

    hooks = [
        layer.output.dense.register_forward_pre_hook(lambda _, given, number=number: note(number, given[0]))
        for number, layer in enumerate(layers)
    ]
    with torch.no_grad():
        for pair in pairs:
            batch = batch_of([pair])
            network(batch.vectors, batch.kinds, batch.mask)
    for hook in hooks:
        hook.remove()
    return [one.topk(LARGE).indices.sort().values.tolist() for one in largest]


class _Builder(Builder):
    """The network for one pair at a time, so without padding; its weights lie in the file itself. `large` are the units
    of each layer that are spared from 8 bits.
    """

    def __init__(self, network: Network, large: Sequence[Sequence[int]]) -> None:
        super().__init__({}, network.body.config.to_dict())
        weights = {name.removeprefix("body."): value for name, value in network.state_dict().items()}
        self.weights: dict[str, Any] = {name: value.float().numpy() for name, value in weights.items()}
        self.large: Mapping[str, Sequence[int]] = {f"encoder.layer.{n}": units for n, units in enumerate(large)}

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
        product = self._times(value, name, self.weights[f"{name}.weight"], spared=name == "score")
        return self.add("Add", product, self.weight(f"{name}.bias"))

    def feed_forward(self, name: str, hidden: str) -> str:
        """The large units and the others, each through both matrices by themselves."""
        large = self.large[name]
        others = np.setdiff1d(np.arange(self.config["intermediate_size"]), large)
        parts = (self._through(name, hidden, others, "others"), self._through(name, hidden, large, "large"))
        return self.add("Add", self.add("Add", *parts), self.weight(f"{name}.output.dense.bias"))

    def _through(self, name: str, hidden: str, units: Any, which: str) -> str:
        up, down, spared = f"{name}.intermediate.dense", f"{name}.output.dense", which == "large"
        wide = self._times(hidden, f"{up}.{which}", self.weights[f"{up}.weight"][units], spared)
        bias = self._kept(f"{up}.{which}.bias", self.weights[f"{up}.bias"][units])
        active = self.add("Gelu", self.add("Add", wide, bias))
        return self._times(active, f"{down}.{which}", self.weights[f"{down}.weight"][:, units], spared)

    def _times(self, value: str, name: str, matrix: Any, spared: bool) -> str:
        """The product with a matrix; only one that is there as the product wants it is put in 8 bits."""
        turned = self._kept(f"{name}.turned", matrix.T.astype(np.float16) if spared else matrix.T)
        return self.add("MatMul", value, self.add("Cast", turned, to=TensorProto.FLOAT) if spared else turned)

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
