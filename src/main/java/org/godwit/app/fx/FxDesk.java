package org.godwit.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The real desktop. */
public final class FxDesk implements Desk {
    /** What Godwit reads, by the key of its name. Files of other names are told by their content. */
    private static final SequencedMap<String, List<String>> KNOWN = known();

    private final Supplier<Window> owner;
    private final Consumer<String> opener;
    private @Nullable File lastFolder;

    /**
     * @param opener shows a URI with the desktop's own means, without blocking
     */
    public FxDesk(Supplier<Window> owner, Consumer<String> opener) {
        this.owner = owner;
        this.opener = opener;
    }

    private static SequencedMap<String, List<String>> known() {
        SequencedMap<String, List<String>> known = new LinkedHashMap<>();
        known.put("app.files.json", List.of("*.json", "*.jsonl", "*.ndjson", "*.json.gz", "*.jsonl.gz", "*.ndjson.gz"));
        known.put("app.files.databases", List.of("*.duckdb", "*.ddb", "*.db", "*.sqlite", "*.sqlite3", "*.s3db"));
        known.put("app.files.tables", List.of("*.csv", "*.tsv", "*.csv.gz", "*.tsv.gz", "*.parquet"));
        return known;
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void copy(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void open(Path folder) {
        opener.accept(folder.toUri().toString());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        return remember(chooser.showDialog(owner.get()));
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Text.of("app.files.known"), KNOWN.values().stream().flatMap(List::stream).toList()));
        KNOWN.forEach((key, patterns) -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Text.of(key), patterns)));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Text.of("app.files.all"), "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.getFirst().getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseTarget(String title, Path suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(String.valueOf(suggestion.getFileName()));
        Path parent = suggestion.toAbsolutePath().getParent();
        chooser.setInitialDirectory(parent != null && parent.toFile().isDirectory() ? parent.toFile() : lastFolder);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
