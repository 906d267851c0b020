package org.qingwang.engine.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * Draws a BPMN model from its diagram part as SVG. What is pointed out is told by shape as well as by colour: where the
 * process stands carries a pointer, what it has passed is tinted, where it is stuck carries an exclamation mark.
 */
final class ModelDrawing {

    private static final double MARGIN = 14;

    /** Drawn smaller than modelled if that saves scrolling on a page, but never so small that labels cannot be read. */
    private static final double PAGE_WIDTH = 1240;

    private static final double LARGEST = 0.92;
    private static final double SMALLEST = 0.72;

    private static final double FONT = 12;
    private static final double LABEL_FONT = 11;
    private static final double LINE = 14;

    /** Half the length of the diamond that marks a condition. */
    private static final double DIAMOND = 8;

    /** Height of the sign at the foot of an activity that calls another process. */
    private static final double CALL_MARKER = 16;

    private static final String FONTS =
            "system-ui, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', " + "'Noto Sans CJK SC', sans-serif";

    private static final String INK = "#1d2b2a";
    private static final String PAPER = "#ffffff";
    private static final String PASSED = "#e6f1ef";
    private static final String CURRENT = "#ffe9b3";
    private static final String CURRENT_INK = "#8a5300";
    private static final String FAILED = "#fbe3dd";
    private static final String FAILED_INK = "#a1260d";

    private final BpmnModelInstance model;
    private final Marks marks;
    private final ModelWords words;
    private final Svg svg = new Svg();

    ModelDrawing(BpmnModelInstance model, Marks marks, Locale locale) {
        this.model = model;
        this.marks = marks;
        this.words = new ModelWords(locale);
    }

    /**
     * @param title what the picture shows, for who cannot see it
     * @param id prefix of the ids inside, unique on the page
     */
    String draw(String title, String id) {
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        Frame frame = Frame.around(shapes, edges);
        double scale = Math.min(LARGEST, Math.max(SMALLEST, PAGE_WIDTH / frame.width()));
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "role",
                "img",
                "aria-labelledby",
                id + "-title",
                "viewBox",
                frame.viewBox(),
                "width",
                Math.ceil(frame.width() * scale),
                "height",
                Math.ceil(frame.height() * scale),
                "font-family",
                FONTS,
                "font-size",
                FONT);
        svg.text("title", title, "id", id + "-title");
        arrowHead(id);
        drawAll(shapes, ModelDrawing::holdsOthers);
        edges.forEach(edge -> edge(edge, id));
        drawAll(shapes, shape -> !holdsOthers(shape) && !isAttached(shape));
        drawAll(shapes, ModelDrawing::isAttached);
        svg.close("svg");
        return svg.toString();
    }

    private void arrowHead(String id) {
        svg.open("defs");
        svg.open(
                "marker",
                "id",
                id + "-arrow",
                "viewBox",
                "0 0 10 10",
                "refX",
                10,
                "refY",
                5,
                "markerWidth",
                7,
                "markerHeight",
                7,
                "orient",
                "auto");
        svg.empty("path", "d", "M0 1 L10 5 L0 9 z", "fill", INK);
        svg.close("marker");
        svg.close("defs");
    }

    private void drawAll(Collection<BpmnShape> shapes, Predicate<BpmnShape> which) {
        shapes.stream().filter(which).forEach(this::shape);
    }

    private static boolean holdsOthers(BpmnShape shape) {
        return shape.getBpmnElement() instanceof SubProcess;
    }

    private static boolean isAttached(BpmnShape shape) {
        return shape.getBpmnElement() instanceof BoundaryEvent;
    }

    private void edge(BpmnEdge edge, String id) {
        BaseElement element = edge.getBpmnElement();
        boolean flow = element instanceof SequenceFlow;
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        StringBuilder path = new StringBuilder();
        for (Waypoint point : points) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(point.getX()))
                    .append(' ')
                    .append(number(point.getY()));
        }
        boolean passed = element != null && marks.passed().contains(element.getId());
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                INK,
                "stroke-width",
                passed ? 2.4 : 1.4,
                "stroke-dasharray",
                flow ? "none" : "2 4",
                "marker-end",
                flow ? "url(#" + id + "-arrow)" : "none");
        if (element instanceof SequenceFlow sequenceFlow) {
            if (isDefault(sequenceFlow)) {
                defaultSlash(points);
            }
            if (leavesAnActivityOnACondition(sequenceFlow)) {
                conditionDiamond(points);
            }
            outerLabel(words.name(sequenceFlow), edge.getBpmnLabel(), middle(points));
        }
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.equals(
                flow.getSource() instanceof ExclusiveGateway gateway
                        ? gateway.getDefault()
                        : flow.getSource() instanceof Activity activity ? activity.getDefault() : null);
    }

    private static boolean leavesAnActivityOnACondition(SequenceFlow flow) {
        return flow.getSource() instanceof Activity && flow.getConditionExpression() != null;
    }

    /** The small diamond at the start of a flow that is taken beside the others if its condition holds. */
    private void conditionDiamond(List<Waypoint> points) {
        Waypoint from = points.get(0);
        Waypoint to = points.get(1);
        double length = Math.max(1, Math.hypot(to.getX() - from.getX(), to.getY() - from.getY()));
        double alongX = (to.getX() - from.getX()) / length * DIAMOND;
        double alongY = (to.getY() - from.getY()) / length * DIAMOND;
        String shape = "M%s %s L%s %s L%s %s L%s %s Z"
                .formatted(
                        number(from.getX()),
                        number(from.getY()),
                        number(from.getX() + alongX - alongY / 2),
                        number(from.getY() + alongY + alongX / 2),
                        number(from.getX() + 2 * alongX),
                        number(from.getY() + 2 * alongY),
                        number(from.getX() + alongX + alongY / 2),
                        number(from.getY() + alongY - alongX / 2));
        svg.empty("path", "d", shape, "fill", PAPER, "stroke", INK, "stroke-width", 1.4);
    }

    /** The short stroke that marks the flow taken when no condition holds. */
    private void defaultSlash(List<Waypoint> points) {
        Waypoint from = points.get(0);
        Waypoint to = points.get(1);
        double length = Math.max(1, Math.hypot(to.getX() - from.getX(), to.getY() - from.getY()));
        double x = from.getX() + (to.getX() - from.getX()) / length * 9;
        double y = from.getY() + (to.getY() - from.getY()) / length * 9;
        svg.empty("path", "d", "M" + number(x - 4) + " " + number(y + 5) + " l8 -10", "stroke", INK, "fill", "none");
    }

    private static double[] middle(List<Waypoint> points) {
        Waypoint from = points.get(points.size() / 2 - 1);
        Waypoint to = points.get(points.size() / 2);
        return new double[] {(from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2 - LINE};
    }

    private void shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        Box box = Box.of(shape.getBounds());
        if (element instanceof Event event) {
            event(event, box);
            outerLabel(words.name(event), shape.getBpmnLabel(), new double[] {box.middleX(), box.bottom() + 6});
        } else if (element instanceof Gateway gateway) {
            gateway(gateway, box);
            outerLabel(words.name(gateway), shape.getBpmnLabel(), new double[] {box.middleX(), box.y() - LINE - 4});
        } else if (element instanceof Activity activity) {
            activity(activity, box);
        } else if (element instanceof TextAnnotation annotation) {
            annotation(annotation, box);
        }
        pointer(element, box);
    }

    private String fill(BaseElement element) {
        if (marks.failed().contains(element.getId())) {
            return FAILED;
        }
        if (marks.current().contains(element.getId())) {
            return CURRENT;
        }
        return marks.passed().contains(element.getId()) ? PASSED : PAPER;
    }

    private String stroke(BaseElement element) {
        if (marks.failed().contains(element.getId())) {
            return FAILED_INK;
        }
        return marks.current().contains(element.getId()) ? CURRENT_INK : INK;
    }

    /** The shape beside the colour: a pointer where the process stands, an exclamation mark where it is stuck. */
    private void pointer(BaseElement element, Box box) {
        boolean failed = marks.failed().contains(element.getId());
        if (!failed && !marks.current().contains(element.getId())) {
            return;
        }
        double x = box.middleX();
        double y = box.y() - 3;
        String colour = failed ? FAILED_INK : CURRENT_INK;
        svg.empty("path", "d", "M" + number(x - 10) + " " + number(y - 13) + " h20 l-10 12 z", "fill", colour);
        if (failed) {
            svg.text("text", "!", "x", x, "y", y - 4, "fill", PAPER, "text-anchor", "middle", "font-weight", "bold");
        }
    }

    private void activity(Activity activity, Box box) {
        boolean call = activity instanceof CallActivity;
        boolean current = marks.current().contains(activity.getId());
        List<Object> outline = new ArrayList<>(List.of(
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                9,
                "fill",
                fill(activity),
                "stroke",
                stroke(activity),
                "stroke-width",
                call ? 4.0 : current ? 3.0 : 1.6));
        if (isBeside(activity)) {
            outline.addAll(List.of("stroke-dasharray", "2 4"));
        }
        svg.empty("rect", outline.toArray());
        if (activity instanceof SubProcess) {
            label(words.name(activity), box.middleX(), box.y() + 18, box.width() - 12, FONT, false);
            return;
        }
        double middle = call ? box.middleY() - CALL_MARKER / 2 : box.middleY();
        label(words.name(activity), box.middleX(), middle, box.width() - 10, FONT, true);
        Icons.ofActivity(svg, activity, box);
    }

    /** Begins by an event, whatever else goes on. */
    private static boolean isBeside(Activity activity) {
        return activity instanceof SubProcess part && part.triggeredByEvent();
    }

    private static boolean interrupts(Event event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(event instanceof StartEvent start) || start.isInterrupting();
    }

    private void gateway(Gateway gateway, Box box) {
        svg.empty(
                "path",
                "d",
                "M" + number(box.middleX()) + " " + number(box.y()) + " L" + number(box.right()) + " "
                        + number(box.middleY()) + " L" + number(box.middleX()) + " " + number(box.bottom()) + " L"
                        + number(box.x()) + " " + number(box.middleY()) + " z",
                "fill",
                fill(gateway),
                "stroke",
                stroke(gateway),
                "stroke-width",
                1.6);
        String middle = number(box.middleX()) + " " + number(box.middleY());
        if (gateway instanceof ParallelGateway) {
            svg.empty("path", "d", "M" + middle + " m-10 0 h20 m-10 -10 v20", "stroke", INK, "stroke-width", 3);
        } else if (gateway instanceof ExclusiveGateway) {
            svg.empty("path", "d", "M" + middle + " m-7 -8 l14 16 m0 -16 l-14 16", "stroke", INK, "stroke-width", 3);
        } else {
            svg.empty(
                    "circle",
                    "cx",
                    box.middleX(),
                    "cy",
                    box.middleY(),
                    "r",
                    9,
                    "fill",
                    "none",
                    "stroke",
                    INK,
                    "stroke-width",
                    2);
        }
    }

    private void event(Event event, Box box) {
        String dashes = interrupts(event) ? "none" : "4 3";
        circle(event, box, box.width() / 2, event instanceof EndEvent ? 3.6 : 1.6, dashes);
        boolean doubled = event instanceof BoundaryEvent
                || event instanceof IntermediateCatchEvent
                || event instanceof IntermediateThrowEvent;
        if (doubled) {
            circle(event, box, box.width() / 2 - 4, 1.2, dashes);
        }
        event.getChildElementsByType(EventDefinition.class).stream()
                .findFirst()
                .ifPresent(definition -> Icons.ofEvent(svg, definition, box, event instanceof EndEvent));
    }

    private void circle(Event event, Box box, double radius, double width, String dashes) {
        svg.empty(
                "circle",
                "cx",
                box.middleX(),
                "cy",
                box.middleY(),
                "r",
                radius,
                "fill",
                fill(event),
                "stroke",
                stroke(event),
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes);
    }

    private void annotation(TextAnnotation annotation, Box box) {
        svg.empty(
                "path",
                "d",
                "M" + number(box.x() + 10) + " " + number(box.y()) + " h-10 v" + number(box.height()) + " h10",
                "fill",
                "none",
                "stroke",
                INK);
        String text = annotation.getText() == null ? "" : annotation.getText().getTextContent();
        label(text, box.middleX(), box.middleY(), box.width() - 12, LABEL_FONT, true);
    }

    private void outerLabel(String text, BpmnLabel place, double[] otherwise) {
        if (text.isEmpty()) {
            return;
        }
        if (place == null || place.getBounds() == null) {
            label(text, otherwise[0], otherwise[1] + LABEL_FONT, 90, LABEL_FONT, false);
            return;
        }
        Box box = Box.of(place.getBounds());
        double width = Math.max(box.width() * 1.2, 76);
        label(text, box.middleX(), box.y() + LABEL_FONT, width, LABEL_FONT, false);
    }

    /** @param centred whether y is the middle of the text; else the base line of its first line */
    private void label(String text, double x, double y, double width, double size, boolean centred) {
        List<String> lines = TextLines.of(text, width, size);
        double first = centred ? y - (lines.size() - 1) * LINE / 2 + size * 0.36 : y;
        for (int i = 0; i < lines.size(); i++) {
            svg.text(
                    "text",
                    lines.get(i),
                    "x",
                    x,
                    "y",
                    first + i * LINE,
                    "text-anchor",
                    "middle",
                    "font-size",
                    size,
                    "fill",
                    INK,
                    "stroke",
                    PAPER,
                    "stroke-width",
                    centred ? 0 : 3,
                    "paint-order",
                    "stroke");
        }
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** A place in the diagram. */
    record Box(double x, double y, double width, double height) {

        static Box of(Bounds bounds) {
            return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    /** What the picture must hold. */
    private record Frame(double left, double top, double right, double bottom) {

        static Frame around(Collection<BpmnShape> shapes, Collection<BpmnEdge> edges) {
            Frame frame = new Frame(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);
            for (BpmnShape shape : shapes) {
                frame = frame.with(shape.getBounds(), 0, 18).with(label(shape.getBpmnLabel()), 8, LINE);
            }
            for (BpmnEdge edge : edges) {
                for (Waypoint point : edge.getWaypoints()) {
                    frame = frame.with(point.getX(), point.getY(), point.getX(), point.getY());
                }
                frame = frame.with(label(edge.getBpmnLabel()), 8, LINE);
            }
            return frame;
        }

        private static Bounds label(BpmnLabel label) {
            return label == null ? null : label.getBounds();
        }

        private Frame with(Bounds bounds, double aside, double above) {
            return bounds == null
                    ? this
                    : with(
                            bounds.getX() - aside,
                            bounds.getY() - above,
                            bounds.getX() + bounds.getWidth() + aside,
                            bounds.getY() + bounds.getHeight() + above);
        }

        private Frame with(double x, double y, double x2, double y2) {
            return new Frame(Math.min(left, x), Math.min(top, y), Math.max(right, x2), Math.max(bottom, y2));
        }

        double width() {
            return Math.ceil(right - left + 2 * MARGIN);
        }

        double height() {
            return Math.ceil(bottom - top + 2 * MARGIN);
        }

        String viewBox() {
            return number(left - MARGIN) + " " + number(top - MARGIN) + " " + number(width()) + " " + number(height());
        }
    }
}
