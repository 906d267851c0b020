package org.qingwang.common;

import java.util.List;

/** Something whoever starts the application should read at the console. A Spring bean; printed in the beans' order. */
public interface StartNotice {

    /** Plain ASCII lines: not every console shows more. */
    List<String> lines();
}
