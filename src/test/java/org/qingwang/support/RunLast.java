package org.qingwang.support;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Leaves the order of test classes as it is, but puts {@link FlowCoverageTest} behind all others. */
public final class RunLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(RunLast::isLast));
    }

    private static boolean isLast(ClassDescriptor descriptor) {
        return descriptor.getTestClass() == FlowCoverageTest.class;
    }
}
