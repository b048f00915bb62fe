package org.godwit.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.godwit.app.result.TablePages;
import org.godwit.engine.Workbench;
import org.godwit.model.GodwitException;

/**
 * What the window needs from below.
 *
 * @param pages rows of the tables in a target
 * @param words puts an error into words, without its code
 * @param workspace the folder where Godwit keeps its own state
 * @param sample a folder with sample data, if it is there
 */
public record Services(
        Workbench workbench, TablePages pages, Function<GodwitException, String> words, Path workspace, Optional<Path> sample) {}
