package org.godwit.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                        new FileChooser.ExtensionFilter(
                                Text.of("app.files.json"), "*.json", "*.jsonl", "*.ndjson", "*.json.gz", "*.jsonl.gz", "*.ndjson.gz"),
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
