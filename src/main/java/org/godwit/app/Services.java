package org.godwit.app;

import java.nio.file.Path;
import java.util.Optional;
import org.godwit.app.result.TablePages;
import org.godwit.engine.Workbench;

/**
 * What the window needs from below.
 *
 * @param pages rows of the tables in a target
 * @param workspace the folder where Godwit keeps its own state
 * @param sample a folder with sample data, if it is there
 */
public record Services(Workbench workbench, TablePages pages, Path workspace, Optional<Path> sample) {}
