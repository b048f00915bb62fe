package org.godwit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

/**
 * What nobody who reads each byte of a folder of JSON files can leave out: {@link Tokens} of each file, by as many threads as
 * there are processors. Argument: the folder. Prints how many tokens there are in the files that are not malformed.
 */
final class ReadFiles {
    private ReadFiles() {}

    public static void main(String[] args) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            files = found.filter(path -> path.toString().endsWith(".json")).toList();
        }
        AtomicInteger next = new AtomicInteger();
        JsonFactory json = new JsonFactory();
        Callable<Long> part = () -> read(files, next, new Tokens(json));
        long tokens = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Long> read : executor.invokeAll(Collections.nCopies(threads, part))) {
                tokens += read.get();
            }
        }
        System.out.println(tokens);
    }

    private static long read(List<Path> files, AtomicInteger next, Tokens tokens) throws Exception {
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            try {
                tokens.read(bytes, 0, bytes.length);
            } catch (JacksonException malformed) {
                // Some are truncated, and read to where they break off.
            }
        }
        return tokens.count();
    }
}
