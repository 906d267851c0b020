package org.qingwang.engine.guard;

import org.qingwang.engine.ModelBean;

/** A bean a model may call, for the tests of what it may not. */
@ModelBean("guardProbe")
public class GuardProbe {

    public String greet(String name) {
        return "hello " + name;
    }
}
