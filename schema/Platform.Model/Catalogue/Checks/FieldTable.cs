using System.Collections.Frozen;

namespace Platform.Model.Catalogue.Checks;

/// <summary>What MARC 21 says of a field: whether it repeats, its indicators, its subfields.</summary>
/// <param name="Repeats">Whether the field may stand more than once.</param>
/// <param name="First">Values of the first indicator; a blank is a space.</param>
/// <param name="Second">Values of the second indicator.</param>
/// <param name="Subfields">The subfield codes, each with whether it repeats.</param>
internal sealed record FieldDefinition(bool Repeats, string First, string Second, IReadOnlyDictionary<char, bool> Subfields);

/// <summary>The bibliographic fields that Vietnamese school libraries use, as MARC 21 (TCVN 7539) defines them. Fields that are not in the table are not judged.</summary>
internal static class FieldTable
{
    // Codes of links, local use and control that any field may have.
    private const string Everywhere = "01256789u34";

    // tag, + when it repeats, indicators (# blank, digits, d any digit, * any), codes, each with + when it repeats.
    private static readonly FrozenDictionary<string, FieldDefinition> Table = """
        010 - # # a b+ z+
        013 + # # a b c d+ e+ f+
        015 + # # a+ q+ z+
        020 + # # a c q+ z+
        022 + #01 # a l m+ y+ z+
        024 + 0123478 #01 a c d q+ z+
        028 + 0123456 0123 a b q+
        037 + #23 # a b c+ f+ g+ n+
        040 - # # a b c d+ e+
        041 + #01 #7 a+ b+ d+ e+ f+ g+ h+ i+ j+ k+ m+ n+ p+ q+ r+ t+
        043 - # # a+ b+ c+
        044 - # # a+ b+ c+
        045 - #012 # a+ b+ c+
        050 + #01 04 a+ b
        072 + # 07 a x+
        080 + #01 # a b x+
        082 + 017 #04 a+ b m q
        084 + # # a+ b q
        086 + #01 # a z+
        090 + * * *
        100 - 013 # a b c+ d e+ f g+ h j+ k+ l n+ p+ q r s+ t v x+ y z
        110 - 012 # a b+ c+ d+ e+ f g+ k+ l n+ p+ t
        111 - 012 # a c+ d+ e+ f g+ j+ k+ l n+ p+ q t
        130 - d # a d+ f g+ h k+ l m+ n+ o p+ r s+ t
        210 + 01 #0 a b
        222 + # d a b
        240 - 01 d a d+ f g+ h k+ l m+ n+ o p+ r s+
        242 + 01 d a b c h n+ p+ y
        243 - 01 d a d+ f g+ h k+ l m+ n+ o p+ r s+
        245 - 01 d a b c f g h k+ n+ p+ s
        246 + 0123 #012345678 a b f g+ h i n+ p+
        247 + 01 01 a b f g+ h n+ p+ x
        250 + #23 # a b
        254 - # # a
        255 + # # a b c d e f g
        256 - # # a
        260 + #23 # a+ b+ c+ d e+ f+ g+
        264 + #23 01234 a+ b+ c+
        300 + # # a+ b c+ e f+ g+
        306 - # # a+
        310 + # # a b
        321 + # # a b
        336 + # # a+ b+
        337 + # # a+ b+
        338 + # # a+ b+
        362 + 01 # a z
        440 + # d a n+ p+ v x
        490 + 01 # a+ l v+ x+ y+ z+
        500 + # # a
        501 + # # a
        502 + # # a b c d+ g+ o+
        504 + # # a b
        505 + 0128 #0 a g+ r+ t+ u+
        506 + #01 # a b+ c+ d+ e+ f+ q
        508 + # # a
        510 + 01234 # a b c x
        511 + 01 # a
        515 + # # a
        518 + # # a d+ o+ p+
        520 + #01234 # a b c u+
        521 + #012348 # a+ b
        525 + # # a
        526 + 08 # a b c d i x+ z+
        530 + # # a b c d u+
        533 + # # a b+ c+ d e f+ m+ n+ y+
        534 + # # a b c e f+ k+ l m n+ o+ p t x+ z+
        538 + # # a i u+
        540 + # # a b c d f+ g+ q u+
        541 + #01 # a b c d e f h n+ o+
        546 + # # a b+
        547 + # # a
        550 + # # a
        561 + #01 # a u+
        563 + # # a u+
        580 + # # a
        583 + #01 # a b+ c+ d+ e+ f+ h+ i+ j+ k+ l+ n+ o+ u+ x+ z+
        586 + #8 # a
        588 + #01 # a
        590 + * * *
        600 + 013 01234567 a b c+ d e+ f g+ h j+ k+ l m+ n+ o p+ q r s+ t v+ x+ y+ z+
        610 + 012 01234567 a b+ c+ d+ e+ f g+ h k+ l m+ n+ o p+ r s+ t v+ x+ y+ z+
        611 + 012 01234567 a c+ d+ e+ f g+ h j+ k+ l n+ p+ q s+ t v+ x+ y+ z+
        630 + d 01234567 a d+ e+ f g+ h k+ l m+ n+ o p+ r s+ t v+ x+ y+ z+
        648 + # 01234567 a v+ x+ y+ z+
        650 + #012 01234567 a b c d e+ g+ v+ x+ y+ z+
        651 + # 01234567 a e+ g+ v+ x+ y+ z+
        653 + #012 #0123456 a+
        655 + #0 01234567 a b+ c+ v+ x+ y+ z+
        658 + # # a b+ c d
        690 + * * *
        700 + 013 #2 a b c+ d e+ f g+ h i+ j+ k+ l m+ n+ o p+ q r s+ t x
        710 + 012 #2 a b+ c+ d+ e+ f g+ h i+ k+ l m+ n+ o p+ r s+ t x
        711 + 012 #2 a c+ d+ e+ f g+ h i+ j+ k+ l n+ p+ q s+ t x
        730 + d #2 a d+ f g+ h i+ k+ l m+ n+ o p+ r s+ t x
        740 + d #2 a h n+ p+
        765 + 01 #8 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        770 + 01 #8 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        772 + 01 #08 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        773 + 01 #8 a b d g+ h i+ k+ m n+ o+ p q r+ s t x y z+
        775 + 01 #8 a b c d e f g+ h i+ k+ m n+ o+ r+ s t x y z+
        776 + 01 #8 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        780 + 01 01234567 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        785 + 01 012345678 a b c d g+ h i+ k+ m n+ o+ r+ s t x y z+
        800 + 013 # a b c+ d e+ f g+ h j+ k+ l m+ n+ o p+ q r s+ t v x
        810 + 012 # a b+ c+ d+ e+ f g+ h k+ l m+ n+ o p+ r s+ t v x
        830 + # d a d+ f g+ h k+ l m+ n+ o p+ r s+ t v x
        852 + #012345678 #012 a b+ c+ d+ e+ f+ g+ h i+ j k+ l m+ n p q s+ t x+ z+
        856 + #012347 #0128 a+ c+ d+ f+ h i+ j k l m+ n o p q+ r s+ t+ v+ w+ x+ y+ z+
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToFrozenDictionary(cells => cells[0], Read);

    /// <summary>The definition of a tag; null for tags that are not judged, local ones among them.</summary>
    public static FieldDefinition? Of(string tag) => Table.GetValueOrDefault(tag);

    /// <summary>Whether the field knows the subfield.</summary>
    public static bool Knows(this FieldDefinition definition, char code) =>
        definition.Subfields.Count == 0 || definition.Subfields.ContainsKey(code) || Everywhere.Contains(code, StringComparison.Ordinal);

    private static FieldDefinition Read(string[] cells)
    {
        var codes = cells[4] == "*" ? [] : cells[4..];
        return new FieldDefinition(cells[1] == "+", Values(cells[2]), Values(cells[3]), codes.ToDictionary(code => code[0], code => code.EndsWith('+')));
    }

    private static string Values(string cell) => cell switch
    {
        "d" => "0123456789",
        "*" => "",
        _ => cell.Replace('#', ' '),
    };
}
