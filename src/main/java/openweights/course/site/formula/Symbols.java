package openweights.course.site.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The meaning of TeX commands in MathML. */
final class Symbols {

    /** Operators whose limits stand below and above them in a displayed formula. */
    static final Set<String> BIG = Set.of("\\sum", "\\prod", "\\max", "\\min", "\\lim");

    /** Characters that are typeset as others. */
    static final Map<String, String> SIGNS = Map.of("-", "−", "*", "∗", "'", "′");

    private static final String LETTERS =
            "alpha α beta β gamma γ delta δ epsilon ε eta η theta θ lambda λ mu μ pi π rho ρ sigma σ"
                    + " tau τ phi φ varphi φ chi χ psi ψ omega ω Delta Δ Sigma Σ Omega Ω nabla ∇ partial ∂ infty ∞"
                    + " ell ℓ";
    private static final String OPERATORS =
            "cdot · times × div ÷ pm ± le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt &lt; gt &gt; approx ≈ sim ∼"
                    + " equiv ≡ propto ∝ in ∈ to → rightarrow → mapsto ↦ sum ∑ prod ∏ int ∫ ldots … cdots ⋯ dots …"
                    + " odot ⊙ top ⊤ mid ∣ circ ∘ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉"
                    + " { { } } % % $ $ # # & &amp; _ _ | ∥";
    private static final String FUNCTIONS =
            "ln ln log log exp exp max max min min sin sin cos cos tanh tanh arg arg lim lim";
    private static final String SPACES = ", 0.17em : 0.22em ; 0.28em quad 1em qquad 2em ! 0em";

    private static final Map<String, String> FUNCTION_NAMES = pairs(FUNCTIONS);

    private static final String FUNCTION = "<mi mathvariant=\"normal\">%s</mi>";

    /** Maps the format of an element to the commands that produce it. */
    static final Map<String, Map<String, String>> BY_ELEMENT = new LinkedHashMap<>();

    static {
        BY_ELEMENT.put("<mi>%s</mi>", pairs(LETTERS));
        BY_ELEMENT.put("<mo>%s</mo>", pairs(OPERATORS));
        BY_ELEMENT.put(FUNCTION, FUNCTION_NAMES);
        BY_ELEMENT.put("<mspace width=\"%s\"/>", pairs(SPACES));
    }

    private Symbols() {}

    /** Whether a command names a function, which is followed by a space. */
    static boolean isFunction(String command) {
        return FUNCTION_NAMES.containsKey(command);
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String[] words = list.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            pairs.put("\\" + words[i], words[i + 1]);
        }
        return pairs;
    }
}
