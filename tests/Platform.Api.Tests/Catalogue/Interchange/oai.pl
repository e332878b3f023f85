# Harvests a repository with HTTP::OAI (Debian: libhttp-oai-perl) and says what it read.
use strict;
use warnings;
BEGIN {
    eval { require HTTP::OAI; HTTP::OAI->import; 1 } or do { print STDERR "Perl's HTTP::OAI is not installed (Debian: libhttp-oai-perl).\n"; exit 77 };
}
binmode STDOUT, ':utf8';

my $harvester = HTTP::OAI::Harvester->new(baseURL => $ARGV[0]);
my $identify = $harvester->Identify;
die $identify->message if $identify->is_error;
printf "repository: %s, deleted %s\n", $identify->repositoryName, $identify->deletedRecord;
printf "formats: %s\n", join ' ', map { $_->metadataPrefix } $harvester->ListMetadataFormats->metadataFormat;

my @sets;
my $sets = $harvester->ListSets;
while (my $set = $sets->next) { push @sets, $set->setSpec }
printf "sets: %s\n", join ' ', @sets;

my ($records, $deleted, $titles) = (0, 0, 0);
my $list = $harvester->ListRecords(metadataPrefix => 'oai_dc', set => $ARGV[1], onRecord => sub {
    my $record = shift;
    $records++;
    $deleted++ if $record->is_deleted;
    $titles++ if $record->metadata && $record->metadata->dom->toString =~ /title/;
});
die $list->message if $list->is_error;
printf "records: %d, deleted %d, titles %d\n", $records, $deleted, $titles;

my $nothing = $harvester->ListRecords(metadataPrefix => 'marcxml', until => '1990-01-01');
printf "error: %s\n", join ' ', map { $_->code } $nothing->errors;
