package org.godwit.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The layout of every {@code --help}: what it does, examples, then the details. */
final class HelpPage {
    static final int WIDTH = 100;

    private static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST);

    private HelpPage() {}

    /** Lays out a command and all below it; examples are written as the command's footer. */
    static void arrange(CommandLine command) {
        command.setHelpSectionKeys(SECTIONS);
        UsageMessageSpec page = command.getCommandSpec().usageMessage();
        page.footerHeading("%nExamples:%n");
        page.synopsisHeading("%nUsage: ");
        page.parameterListHeading("%n");
        page.optionListHeading(page.parameterListHeading());
        page.commandListHeading("%nCommands:%n");
        if (!page.exitCodeList().isEmpty()) {
            page.exitCodeListHeading("%nExit codes:%n");
        }
        page.sortOptions(false);
        page.abbreviateSynopsis(false);
        command.getSubcommands().values().forEach(HelpPage::arrange);
    }
}
