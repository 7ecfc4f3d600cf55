// llama.cpp, as npm's node-llama-cpp carries it, beside the engine: for ./course bench engine --peer llama.cpp.
//
//     node llama_cpp.mjs PACKAGE/dist/index.js MODEL.gguf THREADS CONTEXT
//
// Each line of the input is a request, and each line of the output an answer: {"prompt": [ids]} begins a new text with
// these tokens, all at once; {"tokens": [ids]} continues it, token by token. Each computes the logits after its last
// token, or after each, and says how long it took.

import {createInterface} from "node:readline";
import {pathToFileURL} from "node:url";

const [index, modelPath, threads, contextSize] = process.argv.slice(2);
const {getLlama, LlamaLogLevel} = await import(pathToFileURL(index));
const llama = await getLlama({gpu: false, build: "never", logLevel: LlamaLogLevel.error});
const model = await llama.loadModel({modelPath});
const context = await model.createContext({
    contextSize: Number(contextSize), batchSize: Number(contextSize), threads: Number(threads)
});
const text = context.getSequence();
const withLogits = (id) => [id, {generateNext: {token: true, options: {temperature: 0}}}];

async function run(request) {
    if (request.prompt) {
        await text.clearHistory();
        const last = request.prompt.length - 1;
        await text.controlledEvaluate(request.prompt.map((id, i) => i === last ? withLogits(id) : id));
    } else {
        for (const id of request.tokens) {
            await text.controlledEvaluate([withLogits(id)]);
        }
    }
}

const answer = (fields) => console.log(JSON.stringify(fields));

answer({features: llama.systemInfo});
for await (const line of createInterface({input: process.stdin})) {
    const processor = process.cpuUsage();
    const start = process.hrtime.bigint();
    await run(JSON.parse(line));
    const nanos = Number(process.hrtime.bigint() - start);
    const {user, system} = process.cpuUsage(processor);
    answer({nanos, processorNanos: 1000 * (user + system), residentBytes: process.memoryUsage.rss()});
}
await llama.dispose();
