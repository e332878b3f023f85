using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>Dumps of OpenBiblio's tables, as mysqldump and phpMyAdmin write them.</summary>
public sealed class OpenBiblioImportTests
{
    private const string Dump = """
        -- MySQL dump 10.13  Distrib 5.5.62
        /*!40101 SET NAMES utf8 */;
        DROP TABLE IF EXISTS `tv_biblio`;
        CREATE TABLE `tv_biblio` (
          `bibid` int(11) NOT NULL AUTO_INCREMENT,
          `create_dt` datetime NOT NULL,
          `material_cd` smallint(6) NOT NULL DEFAULT '1',
          `call_nmbr1` varchar(20) DEFAULT NULL,
          `call_nmbr2` varchar(20) DEFAULT NULL,
          `title` text,
          `title_remainder` text,
          `responsibility_stmt` text,
          `author` text,
          `topic1` text, `topic2` text,
          PRIMARY KEY (`bibid`), KEY `k` (`material_cd`,`call_nmbr1`)
        ) ENGINE=MyISAM AUTO_INCREMENT=9 DEFAULT CHARSET=utf8 COMMENT='a;b(';
        /*!40000 ALTER TABLE `tv_biblio` DISABLE KEYS */;
        INSERT INTO `tv_biblio` VALUES (1,'2015-09-05 08:00:00',2,'895.9223','TOH','Dế Mèn phiêu lưu ký','truyện \"dài\"; cho thiếu nhi','Tô Hoài','Tô Hoài','Văn học thiếu nhi','Truyện'),
          (2,'2015-09-06 08:00:00',2,NULL,NULL,'It''s a \'test\' -- not a comment /* nor this */ one','',NULL,NULL,NULL,NULL),(3,'2015-09-06',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
        INSERT INTO `tv_biblio_status_hist` VALUES (1,1,'out','x;(''');
        # copies: columns are named
        INSERT INTO `tv_biblio_copy` (`bibid`, `copyid`, `create_dt`, `copy_desc`, `barcode_nmbr`, `status_cd`) VALUES
        (1, 1, '2015-09-05 08:00:00', 'tủ 1', 'TN.00001', 'in'), (1, 2, '2015-09-05 08:00:00', NULL, 'TN.00002', 'lst');
        INSERT IGNORE INTO `tv_biblio_field` VALUES (1,11,20,NULL,NULL,'a','9786042000178'),(1,12,260,' ',' ','a','H.'),(1,13,260,NULL,NULL,'b','Kim Đồng'),
        (1,14,260,NULL,NULL,'c','2014'),(1,15,650,'0','4','a','Dế'),(1,16,650,'0','4','a','Phiêu lưu'),(1,17,-5,NULL,NULL,'a','x'),(2,18,500,NULL,NULL,'a',_utf8'Ghi chú');
        """;

    [Fact]
    public async Task Dump_BecomesRecordsWithTheirFieldsAndCopies()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));

        var done = (await RunAsync(database, Encoding.UTF8.GetBytes(Dump))).ShouldBeOfType<ImportResult.Done>();

        done.Counts.ShouldBe(new ImportCounts(Read: 3, Added: 2, Identical: 0, Matched: 0, Repaired: 0, Rejected: 1, ItemsAdded: 2, ItemsRejected: 0));
        done.Remarks.Select(r => (r.Number, r.Outcome, r.Text)).ShouldBe([(1, ImportOutcome.Added, "copy 'TN.00002' was lost"), (3, ImportOutcome.Rejected, "biblio 3 has no title")]);
        await using var db = database.Open();
        var records = await db.Records.Include(r => r.Content).Include(r => r.Items).OrderBy(r => r.Id).ToListAsync();
        records[0].Content.ToMarc().ToString().Split('\n').Skip(1).ShouldBe(
        [
            "=001  1", "=020    $a9786042000178", "=090    $a895.9223 TOH", "=100  0 $aTô Hoài", "=245  0 $aDế Mèn phiêu lưu ký$btruyện \"dài\"; cho thiếu nhi$cTô Hoài",
            "=260    $aH.$bKim Đồng$c2014", "=650    $aVăn học thiếu nhi", "=650    $aTruyện", "=650  04$aDế", "=650  04$aPhiêu lưu",
            "=952    $pTN.00001$d2015-09-05$ztủ 1", "=952    $pTN.00002$d2015-09-05",
        ]);
        (records[0].Isbn, records[0].PublicationYear, records[0].Publisher).ShouldBe(("9786042000178", 2014, "Kim Đồng"));
        records[0].Items.Select(i => (i.RegistrationNumber, i.CallNumber, i.AcquiredOn)).ShouldBe(
            [("TN.00001", "895.9223 TOH", new DateOnly(2015, 9, 5)), ("TN.00002", "895.9223 TOH", new DateOnly(2015, 9, 5))]);
        records[1].Title.ShouldBe("It's a 'test' -- not a comment /* nor this */ one");
        records[1].Content.ToMarc().ToString().ShouldContain("=500    $aGhi chú");
    }

    [Theory]
    [InlineData("CREATE TABLE biblio (bibid int); INSERT INTO biblio VALUES (1);", "has no titles")]
    [InlineData("INSERT INTO members VALUES (1,'a');", "no rows of a table 'biblio'")]
    [InlineData("INSERT INTO biblio VALUES (1,'a", "ends within a text")]
    [InlineData("INSERT INTO biblio VALUES (1,sleep(9));", "no text and no number")]
    [InlineData("INSERT INTO biblio SELECT * FROM members;", "not given as values")]
    [InlineData("INSERT INTO biblio VALUES (1,NULL,NULL),(2)(3);", "does not end where it should")]
    [InlineData("-- \nCREATE TABLE x (((((((((((((((((((((((((((((((((", "no rows of a table 'biblio'")]
    public async Task WhatIsNoDump_IsRefusedAndLeavesNothing(string sql, string reason)
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));

        (await RunAsync(database, Encoding.UTF8.GetBytes(sql))).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldContain(reason);

        await using var db = database.Open();
        (await db.ImportBatches.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TextBeyondAllMeasure_IsRefused()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));

        (await RunAsync(database, Encoding.UTF8.GetBytes($"INSERT INTO biblio VALUES (1,'{new string('a', 1_000_001)}');")))
            .ShouldBeOfType<ImportResult.Refused>().Reason.ShouldContain("more than 1000000 characters");
    }

    private static async Task<ImportResult> RunAsync(LibraryDatabase database, byte[] bytes)
    {
        using var file = MarcFile.Of(bytes);
        return await new RecordImport(database.Databases, database.Clock).RunAsync(new ImportRequest { Path = file.Path, LibraryCode = "TV1" }, null, CancellationToken.None);
    }
}
