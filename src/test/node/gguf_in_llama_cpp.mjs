// What llama.cpp says with a GGUF file, to compare with ./course generate MODEL PROMPT --temperature 0 --json.
//
//     npm install node-llama-cpp
//     node src/test/node/gguf_in_llama_cpp.mjs FILE.gguf COUNT PROMPT...
//
// NODE_LLAMA_CPP can name the package's dist/index.js. For each prompt it prints the ids of the prompt, and those that
// greedy decoding adds until the text ends or there are COUNT. llama.cpp adds no space before a text, even if the
// tokenizer was trained with one, so a prompt for such a model begins with a space.

const {getLlama, LlamaLogLevel} = await import(process.env.NODE_LLAMA_CPP ?? "node-llama-cpp");
const [file, count, ...prompts] = process.argv.slice(2);

const llama = await getLlama({gpu: false, build: "never", logLevel: LlamaLogLevel.error});
const model = await llama.loadModel({modelPath: file});
for (const prompt of prompts) {
    const context = await model.createContext({contextSize: Math.min(512, model.trainContextSize), threads: 1});
    const text = model.tokenize(prompt, false);
    const ids = model.tokens.shouldPrependBosToken ? [model.tokens.bos, ...text] : text;
    const added = [];
    for await (const token of context.getSequence().evaluate(ids, {temperature: 0})) {
        if (model.isEogToken(token) || added.length >= Number(count)) {
            break;
        }
        added.push(token);
    }
    console.log(JSON.stringify({prompt, ids, added, text: model.detokenize(added)}));
    await context.dispose();
}
await llama.dispose();
