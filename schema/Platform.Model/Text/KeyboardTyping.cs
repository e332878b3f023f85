using System.Text;

namespace Platform.Model.Text;

/// <summary>
/// Text typed for a Vietnamese input method that was switched off: Telex (<c>tieengs vieetj</c>) and VNI (<c>tie61ng vie65t</c>).
/// </summary>
public static class KeyboardTyping
{
    private const string TelexTones = "fsxrj";
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";
    private const string VniTones = "21435";

    /// <summary>The syllable meant, with its marks, lower case; null when the word is no such typing of a possible syllable.</summary>
    public static string? Decode(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var typed = word.ToLowerInvariant();
        if (typed.Length < 2 || !char.IsAsciiLetter(typed[0]) || !typed.All(char.IsAsciiLetterOrDigit))
            return null;
        var decoded = typed.Any(char.IsAsciiDigit) ? Syllable.Of(typed, isTelex: false) : Syllable.Of(typed, isTelex: true);
        return decoded is not null && VietnameseSyllable.IsPossible(VietnameseText.Fold(decoded)) ? decoded : null;
    }

    private sealed class Syllable
    {
        private readonly StringBuilder _letters = new();
        private char? _tone;
        private bool _isChanged;

        public static string? Of(string typed, bool isTelex)
        {
            var syllable = new Syllable();
            foreach (var key in typed)
                if (!(isTelex ? syllable.TakeTelex(key) : syllable.TakeVni(key)))
                    return null;
            return syllable._isChanged ? syllable.ToText() : null;
        }

        private bool TakeTelex(char key)
        {
            if (TelexTones.IndexOf(key, StringComparison.Ordinal) is >= 0 and var tone && LastVowel("aeiouyăâêôơư") >= 0)
                return SetTone(ToneMarks[tone]);
            var isMark = key switch
            {
                'w' => TryHorn() || TryMark("a", 'ă') || TryAppend('ư'),
                'a' => TryMark("a", 'â'),
                'e' => TryMark("e", 'ê'),
                'o' => TryMark("o", 'ô'),
                'd' => TryStroke(),
                _ => false,
            };
            if (!isMark)
                _letters.Append(key);
            return true;
        }

        private bool TakeVni(char key)
        {
            if (!char.IsAsciiDigit(key))
            {
                _letters.Append(key);
                return true;
            }
            if (VniTones.IndexOf(key, StringComparison.Ordinal) is >= 0 and var tone)
                return LastVowel("aeiouyăâêôơư") >= 0 && SetTone(ToneMarks[tone]);
            return key switch
            {
                '6' => TryMark("a", 'â') || TryMark("e", 'ê') || TryMark("o", 'ô'),
                '7' => TryHorn(),
                '8' => TryMark("a", 'ă'),
                '9' => TryStroke(),
                _ => false,
            };
        }

        private bool SetTone(char mark)
        {
            if (_tone is not null)
                return false;
            _tone = mark;
            return _isChanged = true;
        }

        private bool TryMark(string plain, char marked)
        {
            var place = LastVowel(plain);
            if (place < 0)
                return false;
            _letters[place] = marked;
            return _isChanged = true;
        }

        // "uow" and "uo7" mean both vowels: ươ.
        private bool TryHorn()
        {
            var place = LastVowel("ou");
            if (place < 0)
                return false;
            if (_letters[place] == 'o' && place > 0 && _letters[place - 1] == 'u' && (place < 2 || _letters[place - 2] != 'q'))
                _letters[place - 1] = 'ư';
            _letters[place] = _letters[place] == 'o' ? 'ơ' : 'ư';
            return _isChanged = true;
        }

        private bool TryStroke()
        {
            if (_letters.Length == 0 || _letters[0] != 'd')
                return false;
            _letters[0] = 'đ';
            return _isChanged = true;
        }

        private bool TryAppend(char letter)
        {
            _letters.Append(letter);
            return _isChanged = true;
        }

        private int LastVowel(string vowels)
        {
            for (var i = _letters.Length - 1; i >= 0; i--)
                if (vowels.Contains(_letters[i], StringComparison.Ordinal))
                    return i;
            return -1;
        }

        // The place of the tone does not matter to a search: it goes on the last marked vowel, otherwise on the first.
        private string ToText()
        {
            var text = _letters.ToString();
            if (_tone is not { } tone)
                return text;
            var place = text.LastIndexOfAny(['ă', 'â', 'ê', 'ô', 'ơ', 'ư']);
            place = place >= 0 ? place : text.AsSpan().IndexOfAny("aeiouy");
            return text.Insert(place + 1, tone.ToString()).Normalize(NormalizationForm.FormC);
        }
    }
}
