// Conversations, kept in this browser only: under "yinju.conversations", newest first.

const MOST_CONVERSATIONS = 60;
const LONGEST_NAME = 60;

const store = { conversations: recall("conversations", []), current: null };

// `titles` are kept beside the answers, so that citations can be read and exported when the article is gone.
function newConversation(source) {
  const titles = Object.fromEntries(source.articles.map((article) => [article.id, article.title]));
  store.current = { id: randomName(), name: "", source: source.key, own: source.own, titles, changed: Date.now(), turns: [] };
  return store.current;
}

function save() {
  const conversation = store.current;
  if (conversation.turns.length && !store.conversations.includes(conversation)) store.conversations.unshift(conversation);
  store.conversations.splice(MOST_CONVERSATIONS);
  // Where there is no more room, the oldest conversation makes some.
  while (!remember("conversations", store.conversations) && store.conversations.length > 1) store.conversations.pop();
  remember("current", conversation.id);
}

function nameOf(conversation) {
  const first = conversation.turns[0]?.question ?? "";
  return conversation.name || (first.length > LONGEST_NAME ? `${first.slice(0, LONGEST_NAME)}…` : first) || t("UNNAMED");
}

function removeConversation(conversation) {
  store.conversations = store.conversations.filter((each) => each !== conversation);
  remember("conversations", store.conversations);
}

// What the assistant is told of the conversation before a turn: questions and answers in plain text.
function historyBefore(conversation, turn) {
  const earlier = conversation.turns.slice(0, conversation.turns.indexOf(turn)).filter((each) => each.answer);
  return earlier.flatMap(({ question, answer }) => [
    { role: "user", content: question },
    { role: "assistant", content: answer.text },
  ]);
}
