import type { Starter } from '../core/program/program.ts'

/** Where free play begins. */
export const PLAY_STARTER: Starter = {
  scenario: null,
  program: {
    'client.js': `const ws = new WebSocket("wss://echo.example");

ws.onopen = () => {
  console.log("open");
  ws.send("Hello");
};

ws.onmessage = (event) => {
  console.log("message:", event.data);
  ws.close(1000, "done");
};

ws.onclose = ({ code, reason, wasClean }) => {
  console.log("close:", code, reason, wasClean);
};
`,
  },
}
