package org.qingwang.engine.picture;

import static org.qingwang.engine.picture.ModelDrawing.number;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The small signs that tell kinds of task and event apart. */
final class Icons {

    private static final String INK = "#1d2b2a";
    private static final String ENVELOPE = " h18 v12 h-18 z l9 7 9 -7";

    private Icons() {}

    static void ofActivity(Svg svg, Activity activity, ModelDrawing.Box box) {
        String corner = number(box.x() + 7) + " " + number(box.y() + 6);
        if (activity instanceof UserTask) {
            stroked(svg, "M" + corner + " m7 0 a3.5 3.5 0 1 0 .1 0 z m-6 14 c0 -8 12 -8 12 0 z");
        } else if (activity instanceof BusinessRuleTask) {
            stroked(svg, "M" + corner + " h16 v12 h-16 z m0 4 h16 m0 4 h-16 m5 -4 v8");
        } else if (activity instanceof ServiceTask || activity instanceof SendTask) {
            gear(svg, box.x() + 15, box.y() + 14);
        } else if (activity instanceof CallActivity) {
            String bottom = number(box.middleX() - 6) + " " + number(box.bottom() - 16);
            stroked(svg, "M" + bottom + " h12 v12 h-12 z m6 2 v8 m-4 -4 h8");
        } else if (activity instanceof ReceiveTask) {
            stroked(svg, "M" + corner + ENVELOPE);
        }
        if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics) {
            bars(svg, box);
        }
    }

    /** Once for each, all at the same time. */
    private static void bars(Svg svg, ModelDrawing.Box box) {
        String left = number(box.middleX() - 22) + " " + number(box.bottom() - 15);
        stroked(svg, "M" + left + " v10 m4 -10 v10 m4 -10 v10");
    }

    private static void gear(Svg svg, double x, double y) {
        svg.empty("circle", "cx", x, "cy", y, "r", 2.2, "fill", "none", "stroke", INK);
        svg.empty(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                6.0,
                "fill",
                "none",
                "stroke",
                INK,
                "stroke-width",
                2.4,
                "stroke-dasharray",
                "3.1 1.6");
        svg.empty("circle", "cx", x, "cy", y, "r", 4.8, "fill", "none", "stroke", INK);
    }

    /** @param filled whether the event throws, in contrast to one that waits */
    static void ofEvent(Svg svg, EventDefinition definition, ModelDrawing.Box box, boolean filled) {
        String middle = number(box.middleX()) + " " + number(box.middleY());
        if (definition instanceof TimerEventDefinition) {
            svg.empty("circle", "cx", box.middleX(), "cy", box.middleY(), "r", 9.5, "fill", "none", "stroke", INK);
            stroked(svg, "M" + middle + " l4 -5 m-4 5 h4.5");
        } else if (definition instanceof ErrorEventDefinition) {
            svg.empty(
                    "path",
                    "d",
                    "M" + middle + " m-9 8 l5 -15 5 9 8 -10 -5 15 -6 -8 z",
                    "fill",
                    filled ? INK : "none",
                    "stroke",
                    INK);
        } else if (definition instanceof MessageEventDefinition) {
            stroked(svg, "M" + middle + " m-9 -6" + ENVELOPE);
        } else {
            svg.empty("circle", "cx", box.middleX(), "cy", box.middleY(), "r", 4, "fill", INK);
        }
    }

    private static void stroked(Svg svg, String path) {
        svg.empty("path", "d", path, "fill", "none", "stroke", INK, "stroke-width", 1.2);
    }
}
