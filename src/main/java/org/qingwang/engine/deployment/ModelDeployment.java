package org.qingwang.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.qingwang.engine.form.FormHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models, decisions and forms of the class path as one deployment, before a request is served and before a
 * job runs. One deployment, because a model draws the form it was deployed with: if any file changed, all are deployed
 * anew; if none did, nothing happens. Nodes that start together wait for each other on the engine's deployment lock.
 */
@Component
public class ModelDeployment implements SmartInitializingSingleton {

    /** The deployment's name, the same for every release: duplicates are recognised by it. */
    public static final String NAME = "qingwang";

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final FormHandlers handlers;

    ModelDeployment(RepositoryService repository, ResourcePatternResolver resources, FormHandlers handlers) {
        this.handlers = handlers;
        this.repository = repository;
        this.resources = resources;
    }

    /** @throws IllegalStateException if a form has no handler, or asks for what its handler does not take */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Resource> files = files();
        if (files.isEmpty()) {
            log.warn("No model on the class path: nothing to deploy");
            return;
        }
        files.forEach(this::requireHandler);
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        files.forEach((name, file) -> add(deployment, name, file));
        String id = deployment.deploy().getId();
        log.info("Deployment {} holds {} models, decisions and forms", id, files.size());
    }

    /** Every file by the name it has in the repository, which is the same in an IDE, in a test and in the jar. */
    private Map<String, Resource> files() {
        Map<String, Resource> files = new TreeMap<>();
        collect(files, "bpmn", "bpmn");
        collect(files, "bpmn", "dmn");
        collect(files, "forms", "form");
        return files;
    }

    private void collect(Map<String, Resource> files, String folder, String extension) {
        try {
            for (Resource file : resources.getResources("classpath*:" + folder + "/**/*." + extension)) {
                files.put(nameInRepository(file, folder), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the models on the class path", e);
        }
    }

    private static String nameInRepository(Resource file, String folder) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
    }

    private void requireHandler(String name, Resource file) {
        if (name.endsWith(".form")) {
            handlers.requireHandlerFor(text(file));
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void add(DeploymentBuilder deployment, String name, Resource file) {
        try (InputStream content = file.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
