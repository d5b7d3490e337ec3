// For browsers that nothing steers: fetches what to compute from its server and tells it the results.
const POST_BOX = '/post-box';

async function results() {
  const { computeTask } = await import('./computeTask.js');
  const { task, workers } = await (await fetch(POST_BOX)).json();
  const all = [];
  for (const count of workers) all.push(await computeTask(task, count));
  return all;
}

const report = await results().then(
  (all) => ({ browser: navigator.userAgent, results: all }),
  (error) => ({ browser: navigator.userAgent, error: String(error) }),
);
await fetch(POST_BOX, { method: 'POST', body: JSON.stringify(report) });
