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

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        CommandContext context = Context.getCommandContext();
        boolean tenantsChecked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            super.handleInvocation(invocation);
        } finally {
            context.setTenantCheckEnabled(tenantsChecked);
        }
    }

    /** Runs work inside the current command without checking the person's rights on the engine. */
    public static <T> T call(Supplier<T> work) {
        CommandContext context = Context.getCommandContext();
        boolean tenantsChecked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return context.runWithoutAuthorization(work::get);
        } finally {
            context.setTenantCheckEnabled(tenantsChecked);
        }
    }
}
