package openweights.engine.train.lora;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.model.ChangedTensors;
import openweights.engine.model.layer.Tensors;

/** A model's tensors with an adapter merged into some matrices. */
final class MergedTensors extends ChangedTensors {

    private final PartsInUse updates;
    private final Backend backend;

    MergedTensors(Tensors base, PartsInUse updates, Backend backend) {
        super(base);
        this.updates = updates;
        this.backend = backend;
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        Matrix w = super.matrix(name, rows, columns);
        LowRank part = updates.of(name);
        if (part == null) {
            return w;
        }
        float[] weights = w.copy();
        part.addTo(weights);
        return backend.matrix(rows, columns, weights);
    }
}
