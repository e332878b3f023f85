using System.CommandLine;
using Platform.Cli.Catalogue;
using Platform.Cli.Marc;
using Platform.Cli.Patrons;
using Platform.Cli.Reporting;
using Platform.Cli.Storage;

var platform = new RootCommand("Works on a library platform's files and database from the command line.")
{
    MarcCommands.Create(),
    DatabaseCommands.Create(),
    GenerateCommand.Create(),
    SchoolCommands.Create(),
    ImportCommand.Create(),
    StandardiseCommands.Create(),
    StandardiseCommands.CreateList(),
    ReviewCommands.CreateReview(),
    ReviewCommands.CreateApply(),
    ImportCommand.CreateUndo(),
    ImportPeopleCommand.Create(),
    PrivacyCommands.Create(),
    ReportCommands.Create(),
    SearchCommands.Create(),
    LabelCommand.Create(),
};
return await platform.Parse(args).InvokeAsync();
