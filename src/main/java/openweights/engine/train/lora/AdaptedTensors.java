package openweights.engine.train.lora;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.model.ChangedTensors;
import openweights.engine.model.layer.Tensors;

/** A model's tensors, some of whose matrices have an adapter beside them. */
final class AdaptedTensors extends ChangedTensors {

    private final PartsInUse updates;
    private final Backend backend;

    AdaptedTensors(Tensors base, PartsInUse updates, Backend backend) {
        super(base);
        this.updates = updates;
        this.backend = backend;
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        Matrix w = super.matrix(name, rows, columns);
        LowRank part = updates.of(name);
        return part == null ? w : new AdaptedMatrix(w, List.of(added(part)));
    }

    private AdaptedMatrix.Added added(LowRank part) {
        Matrix a = backend.matrix(part.rank(), part.columns(), part.a());
        Matrix b = backend.matrix(part.rows(), part.rank(), part.b());
        return new AdaptedMatrix.Added(0, a, b, part.scale());
    }

    /** Stacks the frozen matrices, and moves each update to the outputs of its matrix. */
    @Override
    public Matrix stack(Matrix... parts) {
        Matrix[] bases = new Matrix[parts.length];
        List<AdaptedMatrix.Added> added = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            bases[i] = parts[i];
            if (parts[i] instanceof AdaptedMatrix adapted) {
                bases[i] = adapted.base();
                for (AdaptedMatrix.Added update : adapted.added()) {
                    added.add(update.shifted(at));
                }
            }
            at += parts[i].rows();
        }
        Matrix stacked = super.stack(bases);
        return added.isEmpty() ? stacked : new AdaptedMatrix(stacked, added);
    }
}
