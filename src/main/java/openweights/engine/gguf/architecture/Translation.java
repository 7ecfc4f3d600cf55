package openweights.engine.gguf.architecture;

import java.util.Map;

/** A file's configuration as the keys of config.json, and the names of its tensors. */
record Translation(Map<String, Object> config, Naming naming) {}
