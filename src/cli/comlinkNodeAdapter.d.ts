declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { MessagePort, Worker } from 'node:worker_threads';
  import type { Endpoint } from 'comlink';

  /** Lets comlink talk through a worker or a port of node:worker_threads. */
  export default function nodeEndpoint(port: Worker | MessagePort): Endpoint;
}
