package org.qingwang.engine.rights;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Delegates and form handlers act for the product, not for the person whose click made them run: the right to do so was
 * checked at the door, and what follows (a case opened in another jurisdiction) is the product's own doing.
 */
public final class WithoutChecks extends DefaultDelegateInterceptor {

    /** How deep in our own code the engine is, in this thread. */
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        CommandContext context = Context.getCommandContext();
        boolean tenantsChecked = context.isTenantCheckEnabled();
        enter(context);
        try {
            super.handleInvocation(invocation);
        } finally {
            leave(context, tenantsChecked);
        }
    }

    /** Runs work inside the current command without checking the person's rights on the engine. */
    public static <T> T call(Supplier<T> work) {
        CommandContext context = Context.getCommandContext();
        boolean tenantsChecked = context.isTenantCheckEnabled();
        enter(context);
        try {
            return context.runWithoutAuthorization(work::get);
        } finally {
            leave(context, tenantsChecked);
        }
    }

    /** Whether a listener that asks was called by something our own code did, not by the person's own command. */
    static boolean isOurOwnDoing() {
        return DEPTH.get() > 1;
    }

    private static void enter(CommandContext context) {
        DEPTH.set(DEPTH.get() + 1);
        context.disableTenantCheck();
    }

    private static void leave(CommandContext context, boolean tenantsChecked) {
        DEPTH.set(DEPTH.get() - 1);
        context.setTenantCheckEnabled(tenantsChecked);
    }
}
