package openweights.runtime.kernel.cell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Instruments the classes that JShell compiles from cells. Every method entry and every backward
 * jump calls {@link Stop#check()}, so that endless loops can be stopped. A cell's null value
 * becomes a {@link NullValue}, so that it is shown. What would end the JVM throws an exception.
 */
final class CellCode {

    /** The method that contains a snippet's statement. */
    private static final String STATEMENT = "do_it$";

    private static final Type OBJECT = Type.getType(Object.class);

    private CellCode() {}

    static byte[] instrument(byte[] code) {
        ClassReader reader = new ClassReader(code);
        // The maximums and frames stay valid, because a check neither needs nor changes the stack.
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Rewriter(writer), 0);
        return writer.toByteArray();
    }

    private static final class Rewriter extends ClassVisitor {

        Rewriter(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, exceptions);
            return new Checks(method, name, descriptor);
        }
    }

    private static final class Checks extends MethodVisitor {

        private final Set<Label> seen = new HashSet<>();
        private final String name;
        private final boolean showsValue;
        private int lastOpcode;

        Checks(MethodVisitor method, String name, String descriptor) {
            super(Opcodes.ASM9, method);
            this.name = name;
            showsValue = name.equals(STATEMENT) && Type.getReturnType(descriptor).equals(OBJECT);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (name.equals(STATEMENT)) {
                call(Stop.class, "enter", "()V");
            } else if (!name.equals("<init>")) {
                check();
            }
        }

        @Override
        public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (seen.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitInsn(int opcode) {
            // A statement without a value ends by returning a null constant.
            if (opcode == Opcodes.ARETURN && showsValue && lastOpcode != Opcodes.ACONST_NULL) {
                call(NullValue.class, "orValue", "(Ljava/lang/Object;)Ljava/lang/Object;");
            }
            lastOpcode = opcode;
            super.visitInsn(opcode);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            lastOpcode = opcode;
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean isInterface) {
            lastOpcode = opcode;
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                call(Exit.class, "exit", descriptor);
            } else if (owner.equals("java/lang/Runtime")
                    && (name.equals("exit") || name.equals("halt"))) {
                call(Exit.class, name, "(Ljava/lang/Runtime;I)V");
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void check() {
            call(Stop.class, "check", "()V");
        }

        private void call(Class<?> owner, String name, String descriptor) {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
        }
    }
}
