package hotleads.app.variants;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One compiled class, changed in few places; a place that is not there any more is refused, not passed over. */
final class ClassEdit {
    private final byte[] bytes;

    ClassEdit(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Gives a method another body. */
    ClassEdit method(String name, String descriptor, Consumer<CodeBuilder> body) {
        return changed(name + descriptor, places -> (builder, element) -> {
            if (element instanceof MethodModel method
                    && method.methodName().equalsString(name)
                    && method.methodType().equalsString(descriptor)) {
                places.add(method);
                builder.withMethodBody(
                        method.methodName(), method.methodType(), method.flags().flagsMask(), body);
            } else {
                builder.with(element);
            }
        });
    }

    /** Puts another text where one with these words is used. */
    ClassEdit text(String words, UnaryOperator<String> another) {
        return changed(
                words,
                places -> ClassTransform.transformingMethodBodies(
                        method -> method.code().stream()
                                .flatMap(code -> code.elementStream())
                                .anyMatch(element -> isText(element, words)),
                        (builder, element) -> {
                            if (isText(element, words) && element instanceof ConstantInstruction constant) {
                                places.add(constant);
                                builder.loadConstant(
                                        another.apply(constant.constantValue().toString()));
                            } else {
                                builder.with(element);
                            }
                        }));
    }

    private static boolean isText(CodeElement element, String words) {
        return element instanceof ConstantInstruction constant
                && constant.constantValue() instanceof String text
                && text.contains(words);
    }

    private ClassEdit changed(String what, Function<List<Object>, ClassTransform> change) {
        ClassFile files = ClassFile.of();
        List<Object> places = new ArrayList<>();
        byte[] changed = files.transformClass(files.parse(bytes), change.apply(places));
        if (places.isEmpty()) {
            throw new IllegalStateException("Nothing to change: the class holds no " + what + " any more");
        }
        return new ClassEdit(changed);
    }
}
