// Calls to the server, by way of Gradio's queue: each is posted, and its results come back as an event stream.

class Unreachable extends Error {}

const address = (path) => `${window.gradio_config.root}${window.gradio_config.api_prefix}/${path}`;

// Every result of a function of the server as it comes; the last may come twice.
async function* call(name, values, signal) {
  const path = address(`call/page_${name}`);
  const headers = { "Content-Type": "application/json" };
  const posted = await reach(path, { method: "POST", headers, body: JSON.stringify({ data: values }), signal });
  const { event_id: id } = await posted.json();
  const stream = await reach(`${path}/${id}`, { signal });
  for await (const { event, data } of events(stream.body)) {
    if (event === "error") throw new Error(name);
    if ((event === "generating" || event === "complete") && data) yield data[0];
    if (event === "complete") return;
  }
}

async function once(name, ...values) {
  let result = null;
  for await (const next of call(name, values)) result = next;
  return result;
}

async function reach(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable("OFFLINE");
  }
  if (!response.ok) throw new Unreachable(response.status === 503 ? "BUSY" : "FAILED");
  return response;
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (waiting + value).split("\n\n");
      waiting = parts.pop();
      for (const part of parts) {
        const fields = Object.fromEntries(part.split("\n").map((line) => line.split(/: (.*)/s)));
        yield { event: fields.event, data: JSON.parse(fields.data ?? "null") };
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

// What to tell the visitor of an error, in both languages.
function explained(error) {
  return labels[error instanceof Unreachable ? error.message : "FAILED"];
}
