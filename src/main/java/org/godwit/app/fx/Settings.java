package org.godwit.app.fx;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one day to the next: its size, its theme, recent places. One small file in the
 * workspace. Values may be read and changed on the FX thread; {@link #load} and {@link #save} touch the disk and do
 * not belong there. Losing the file costs comfort only, so trouble with it is logged and nothing else.
 */
public final class Settings {

    private final Path file;
    private final Properties values = new Properties();

    /**
     * @param workspace the folder to keep them in; it is made on the first save
     */
    public Settings(Path workspace) {
        this.file = workspace.resolve("window.properties");
    }

    /** Reads the file if there is one. */
    public void load() {
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                log().warn("cannot read {}, starting with the usual settings", file, e);
            }
        }
    }

    /** Writes the file: beside it, then in its place. */
    public synchronized void save() {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("cannot write {}", file, e);
        }
    }

    public String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    /** Returns a value in its own form, or the usual one if there is none or it makes no sense. */
    public <T> T get(String key, Function<String, T> reader, T otherwise) {
        String text = values.getProperty(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            log().warn("{} in {} is not understood: {}", key, file, text);
            return otherwise;
        }
    }

    public void put(String key, String value) {
        values.setProperty(key, value);
    }

    // Asked for where it is used: most processes have nothing to log, and need no log set up.
    private static Logger log() {
        return LoggerFactory.getLogger(Settings.class);
    }
}
